"""Sends one order to the topic `orders`: python producer.py [USER ITEM QUANTITY]"""

import json
import os
import sys
import uuid

from confluent_kafka import Producer

producer = Producer({"bootstrap.servers": os.environ.get("KAFKA_BROKER", "localhost:9092")})


def delivered(error, message):
    """Called once Kafka has the record, or never will."""
    if error is not None:
        print(f"not delivered: {error}")
    else:
        print(f"delivered: topic {message.topic()}, partition {message.partition()}, "
              f"offset {message.offset()}")


user, item, quantity = sys.argv[1:4] if len(sys.argv) == 4 else ("lara", "frozen yogurt", "10")
order = {"order_id": str(uuid.uuid4()), "user": user, "item": item, "quantity": int(quantity)}

producer.produce("orders", value=json.dumps(order).encode(), on_delivery=delivered)
# produce() only puts the record into a buffer; flush() waits until it has been sent.
producer.flush()
