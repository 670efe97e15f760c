"""confluent-kafka (librdkafka) behind the commands of compat/runner/client.ts."""

import threading
import time

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import (
    AdminClient,
    AlterConfigOpType,
    ConfigEntry,
    ConfigResource,
    NewPartitions,
    NewTopic,
)

from records import (
    FIRST_TIMESTAMP,
    arguments,
    headers_of,
    key_of,
    print_assigned,
    print_record,
    value_of,
    when_told_to_stop,
)

command, settings = arguments()
base = {"bootstrap.servers": settings["bootstrap"]}
topic = settings["topic"]


def create():
    new = NewTopic(topic, int(settings["partitions"]), 1, config={"retention.ms": "-1"})
    # The client has to live until its futures are done.
    admin = AdminClient(base)
    try:
        admin.create_topics([new])[topic].result()
        print("created")
    except KafkaException as error:
        if error.args[0].code() != KafkaError.TOPIC_ALREADY_EXISTS:
            raise
        print("exists")


def partitions():
    new = NewPartitions(topic, int(settings["count"]))
    admin = AdminClient(base)
    admin.create_partitions([new])[topic].result()
    print("done")


def delete():
    admin = AdminClient(base)
    admin.delete_topics([topic])[topic].result()
    print("done")


def delete_records():
    below = TopicPartition(topic, int(settings["partition"]), int(settings["offset"]))
    admin = AdminClient(base)
    for future in admin.delete_records([below]).values():
        future.result()
    print("done")


def config():
    admin = AdminClient(base)
    name = settings["name"]
    entry = ConfigEntry(name, settings["value"], incremental_operation=AlterConfigOpType.SET)
    change = ConfigResource(ConfigResource.Type.TOPIC, topic, incremental_configs=[entry])
    admin.incremental_alter_configs([change])[change].result()
    resource = ConfigResource(ConfigResource.Type.TOPIC, topic)
    print("config", name, admin.describe_configs([resource])[resource].result()[name].value)


def produce():
    failures = []

    def delivered(error, _message):
        if error is not None:
            failures.append(error)

    producer = Producer(
        {
            **base,
            "compression.type": settings["codec"],
            "enable.idempotence": True,
            "linger.ms": 5,
        }
    )
    first, count, pace = (int(settings.get(name, 0)) for name in ("first", "count", "pace"))
    for i in range(first, first + count):
        producer.produce(
            topic,
            partition=i % int(settings["partitions"]),
            key=key_of(i),
            value=value_of(i),
            headers=headers_of(i),
            timestamp=FIRST_TIMESTAMP + i,
            on_delivery=delivered,
        )
        if (i - first + 1) % 100 == 0:
            producer.flush()
            if failures:
                raise KafkaException(failures[0])
            print("progress", i - first + 1, flush=True)
            time.sleep(pace / 1000)
    producer.flush()
    if failures:
        raise KafkaException(failures[0])
    print("done")


def consumer(**more):
    return Consumer(
        {
            **base,
            "group.id": "none",
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
            "topic.metadata.refresh.interval.ms": 1000,
            **more,
        }
    )


def show(message):
    if message.error():
        raise KafkaException(message.error())
    print_record(
        message.partition(),
        message.offset(),
        message.timestamp()[1],
        message.key(),
        message.value(),
        message.headers(),
    )


def read():
    reader = consumer()
    reader.assign([TopicPartition(topic, p, 0) for p in range(int(settings["partitions"]))])
    left = int(settings["count"])
    while left > 0:
        for message in reader.consume(1000, timeout=1):
            show(message)
            left -= 1
    reader.close()


def member():
    stopped = threading.Event()
    when_told_to_stop(stopped.set)
    one = consumer(
        **{
            "group.id": settings["group"],
            "session.timeout.ms": 10_000,
            "heartbeat.interval.ms": 500,
        }
    )

    def assigned(_consumer, added):
        print_assigned(p.partition for p in added)

    one.subscribe([topic], on_assign=assigned)
    while not stopped.is_set():
        messages = one.consume(1000, timeout=0.2)
        for message in messages:
            show(message)
        if messages:
            print("", end="", flush=True)
            try:
                one.commit(asynchronous=False)
            except KafkaException as error:
                if error.args[0].code() not in (
                    KafkaError.REBALANCE_IN_PROGRESS,
                    KafkaError.ILLEGAL_GENERATION,
                    KafkaError.UNKNOWN_MEMBER_ID,
                    KafkaError._NO_OFFSET,
                ):
                    raise
    one.close()
    print("left", flush=True)


def find_time():
    reader = consumer()
    wanted = TopicPartition(topic, int(settings["partition"]), int(settings["timestamp"]))
    [found] = reader.offsets_for_times([wanted], timeout=10)
    print("offset", found.offset)
    reader.assign([found])
    message = None
    while message is None:
        message = reader.poll(1)
    show(message)
    reader.close()


{
    "create": create,
    "partitions": partitions,
    "delete": delete,
    "delete-records": delete_records,
    "config": config,
    "produce": produce,
    "read": read,
    "member": member,
    "time": find_time,
}[command]()
