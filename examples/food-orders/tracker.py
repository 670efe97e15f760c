"""Prints the orders as they come: python tracker.py [GROUP]"""

import json
import os
import signal
import sys

from confluent_kafka import Consumer

consumer = Consumer(
    {
        "bootstrap.servers": os.environ.get("KAFKA_BROKER", "localhost:9092"),
        "group.id": sys.argv[1] if len(sys.argv) > 1 else "order-tracker",
        # Where a group begins that has not read before.
        "auto.offset.reset": "earliest",
    }
)
consumer.subscribe(["orders"])
# Ctrl-C, also where a shell started this in the background.
signal.signal(signal.SIGINT, signal.default_int_handler)
print("waiting for orders", flush=True)

try:
    while True:
        message = consumer.poll(1.0)
        if message is None:
            continue
        if message.error():
            print(f"error: {message.error()}", flush=True)
            continue
        order = json.loads(message.value())
        print(f"order: {order['quantity']} x {order['item']} for {order['user']}", flush=True)
except KeyboardInterrupt:
    print("stopping", flush=True)
finally:
    # Commits how far this group has read, and leaves it.
    consumer.close()
