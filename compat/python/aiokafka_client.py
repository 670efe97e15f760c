"""aiokafka behind the commands of compat/runner/client.ts."""

import asyncio

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRebalanceListener, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions, NewTopic, RecordsToDelete
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import CommitFailedError, IllegalGenerationError, RebalanceInProgressError

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

TOPIC_ALREADY_EXISTS = 36

command, settings = arguments()
bootstrap = settings["bootstrap"]
topic = settings["topic"]


async def with_admin(action):
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        return await action(admin)
    finally:
        await admin.close()


def refuse_errors(pairs, name):
    for entry in pairs:
        if entry[1] != 0:
            raise RuntimeError(f"{name}: {entry}")


async def create():
    async def act(admin):
        partitions = int(settings["partitions"])
        new = NewTopic(topic, partitions, 1, topic_configs={"retention.ms": "-1"})
        answer = await admin.create_topics([new])
        [(_, code, *_rest)] = answer.topic_errors
        if code == TOPIC_ALREADY_EXISTS:
            print("exists")
        else:
            refuse_errors(answer.topic_errors, "create")
            print("created")

    await with_admin(act)


async def partitions():
    async def act(admin):
        answer = await admin.create_partitions({topic: NewPartitions(int(settings["count"]))})
        refuse_errors(answer.topic_errors, "partitions")
        print("done")

    await with_admin(act)


async def delete():
    async def act(admin):
        answer = await admin.delete_topics([topic])
        refuse_errors(answer.topic_error_codes, "delete")
        print("done")

    await with_admin(act)


async def delete_records():
    async def act(admin):
        partition = TopicPartition(topic, int(settings["partition"]))
        await admin.delete_records({partition: RecordsToDelete(int(settings["offset"]))})
        print("done")

    await with_admin(act)


async def config():
    async def act(admin):
        name = settings["name"]
        change = {name: settings["value"]}
        for answer in await admin.alter_configs(
            [ConfigResource(ConfigResourceType.TOPIC, topic, change)]
        ):
            for code, message, *_rest in answer.resources:
                if code != 0:
                    raise RuntimeError(f"config: {code} {message}")
        [answer] = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
        [(_code, _message, _type, _name, entries)] = answer.resources
        [value] = [entry[1] for entry in entries if entry[0] == name]
        print("config", name, value)

    await with_admin(act)


async def produce():
    codec = None if settings["codec"] == "none" else settings["codec"]
    producer = AIOKafkaProducer(
        bootstrap_servers=bootstrap, compression_type=codec, enable_idempotence=True, linger_ms=5
    )
    await producer.start()
    first, count, pace = (int(settings.get(name, 0)) for name in ("first", "count", "pace"))
    sent = []
    for i in range(first, first + count):
        key, value = key_of(i), value_of(i)
        if key is None and value is None:
            value = b""
        sent.append(
            await producer.send(
                topic,
                partition=i % int(settings["partitions"]),
                key=key,
                value=value,
                headers=headers_of(i),
                timestamp_ms=FIRST_TIMESTAMP + i,
            )
        )
        if (i - first + 1) % 100 == 0:
            await asyncio.gather(*sent)
            sent = []
            print("progress", i - first + 1, flush=True)
            await asyncio.sleep(pace / 1000)
    await asyncio.gather(*sent)
    await producer.stop()
    print("done")


def consumer(**more):
    return AIOKafkaConsumer(
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


async def read():
    reader = consumer()
    await reader.start()
    all_partitions = [TopicPartition(topic, p) for p in range(int(settings["partitions"]))]
    reader.assign(all_partitions)
    await reader.seek_to_beginning(*all_partitions)
    left = int(settings["count"])
    while left > 0:
        for records in (await reader.getmany(timeout_ms=1000)).values():
            for record in records:
                show(record)
                left -= 1
    await reader.stop()


async def member():
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    when_told_to_stop(lambda: loop.call_soon_threadsafe(stopped.set))
    one = consumer(
        group_id=settings["group"], session_timeout_ms=10_000, heartbeat_interval_ms=500
    )

    class Listener(ConsumerRebalanceListener):
        async def on_partitions_revoked(self, revoked):
            pass

        async def on_partitions_assigned(self, assigned):
            print_assigned(p.partition for p in assigned)

    one.subscribe([topic], listener=Listener())
    await one.start()
    while not stopped.is_set():
        polled = await one.getmany(timeout_ms=200)
        for records in polled.values():
            for record in records:
                show(record)
        if polled:
            print("", end="", flush=True)
            try:
                await one.commit()
            except (CommitFailedError, IllegalGenerationError, RebalanceInProgressError):
                # The partitions have gone to another member, which reads these records again.
                pass
    await one.stop()
    print("left", flush=True)


async def find_time():
    reader = consumer()
    await reader.start()
    partition = TopicPartition(topic, int(settings["partition"]))
    reader.assign([partition])
    found = (await reader.offsets_for_times({partition: int(settings["timestamp"])}))[partition]
    print("offset", found.offset)
    reader.seek(partition, found.offset)
    show(await reader.getone())
    await reader.stop()


asyncio.run(
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
)
