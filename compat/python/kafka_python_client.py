"""kafka-python behind the commands of compat/runner/client.ts."""

import threading
import time

from kafka import ConsumerRebalanceListener, KafkaConsumer, KafkaProducer, TopicPartition
from kafka.admin import AlterConfigOp, ConfigResource, ConfigResourceType, KafkaAdminClient
from kafka.errors import (
    CommitFailedError,
    KafkaConnectionError,
    RebalanceInProgressError,
    TopicAlreadyExistsError,
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
bootstrap = settings["bootstrap"]
topic = settings["topic"]


def admin_client():
    return KafkaAdminClient(bootstrap_servers=bootstrap)


def create():
    partitions = int(settings["partitions"])
    options = {
        "num_partitions": partitions,
        "replication_factor": 1,
        "configs": {"retention.ms": "-1"},
    }
    admin = admin_client()
    try:
        admin.create_topics({topic: options})
        print("created")
    except TopicAlreadyExistsError:
        print("exists")
    admin.close()


def partitions():
    admin = admin_client()
    admin.create_partitions({topic: int(settings["count"])})
    admin.close()
    print("done")


def delete():
    admin = admin_client()
    admin.delete_topics([topic])
    admin.close()
    print("done")


def delete_records():
    admin = admin_client()
    partition = TopicPartition(topic, int(settings["partition"]))
    admin.delete_records({partition: int(settings["offset"])})
    admin.close()
    print("done")


def config():
    admin = admin_client()
    name = settings["name"]
    change = {name: (AlterConfigOp.SET, settings["value"])}
    admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, change)])
    described = admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic, [name])])
    value = described["topic"][topic][name]["value"]
    print("config", name, value)
    admin.close()


def produce():
    codec = None if settings["codec"] == "none" else settings["codec"]
    producer = KafkaProducer(
        bootstrap_servers=bootstrap, compression_type=codec, acks="all", linger_ms=5
    )
    first, count, pace = (int(settings.get(name, 0)) for name in ("first", "count", "pace"))
    sent = []
    for i in range(first, first + count):
        key, value = key_of(i), value_of(i)
        if key is None and value is None:
            value = b""
        sent.append(
            producer.send(
                topic,
                partition=i % int(settings["partitions"]),
                key=key,
                value=value,
                headers=[(name, data or b"") for name, data in headers_of(i)],
                timestamp_ms=FIRST_TIMESTAMP + i,
            )
        )
        if (i - first + 1) % 100 == 0:
            producer.flush()
            for future in sent:
                future.get(timeout=60)
            sent = []
            print("progress", i - first + 1, flush=True)
            time.sleep(pace / 1000)
    for future in sent:
        future.get(timeout=60)
    producer.close()
    print("done")


def consumer(**more):
    return KafkaConsumer(
        bootstrap_servers=bootstrap,
        auto_offset_reset="earliest",
        enable_auto_commit=False,
        metadata_max_age_ms=1000,
        **more,
    )


def show(record):
    print_record(
        record.partition,
        record.offset,
        record.timestamp,
        record.key,
        record.value,
        record.headers,
    )


def read():
    reader = consumer()
    reader.assign([TopicPartition(topic, p) for p in range(int(settings["partitions"]))])
    reader.seek_to_beginning()
    left = int(settings["count"])
    while left > 0:
        for records in reader.poll(timeout_ms=1000).values():
            for record in records:
                show(record)
                left -= 1
    reader.close()


def member():
    stopped = threading.Event()
    when_told_to_stop(stopped.set)
    one = consumer(
        group_id=settings["group"], session_timeout_ms=10_000, heartbeat_interval_ms=500
    )

    class Listener(ConsumerRebalanceListener):
        def on_partitions_revoked(self, revoked):
            pass

        def on_partitions_assigned(self, assigned):
            print_assigned(p.partition for p in one.assignment())

    one.subscribe([topic], listener=Listener())
    while not stopped.is_set():
        polled = one.poll(timeout_ms=200)
        for records in polled.values():
            for record in records:
                show(record)
        if polled:
            print("", end="", flush=True)
            try:
                one.commit()
            except (CommitFailedError, RebalanceInProgressError, KafkaConnectionError):
                # The partitions have gone to another member, which reads these records again; or
                # the broker is away, and the next commit covers this one.
                pass
    one.close()
    print("left", flush=True)


def find_time():
    reader = consumer()
    partition = TopicPartition(topic, int(settings["partition"]))
    found = reader.offsets_for_times({partition: int(settings["timestamp"])})[partition]
    print("offset", found.offset)
    reader.assign([partition])
    reader.seek(partition, found.offset)
    show(next(reader))
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
