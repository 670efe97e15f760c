"""The librdkafka client's process: does one job and says in one line of JSON how it went.

Arguments: the broker's port and the job as JSON (librdkafka-jobs.ts says what it holds).
"""

import json
import sys
import time

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition

# Records handed to librdkafka at once; the last of them is timed from there to its acknowledgement.
CHUNK_RECORDS = 1000
# Values to choose from: enough that a compressed batch is not one value repeated.
VALUE_COUNT = 1000
CONSUME_AT_ONCE = 10_000
POLL_SECONDS = 0.005
SILENCE_LIMIT_SECONDS = 30


def values_of(size):
    """Values of this size that compress as texts with numbers in them do."""
    values = []
    seed = 1
    for _ in range(VALUE_COUNT):
        text = []
        length = 0
        while length < size:
            seed = (seed * 1103515245 + 12345) % 2**31
            field = '{"id":%d,"name":"user-%d"},' % (seed, seed >> 16)
            text.append(field)
            length += len(field)
        values.append("".join(text)[:size].encode())
    return values


def produce(port, job):
    latencies = []

    def delivered(error, message):
        if error is not None:
            raise KafkaException(error)
        latencies.append(message.latency() * 1000)

    producer = Producer({"bootstrap.servers": f"127.0.0.1:{port}", **job["config"]})
    topic, partitions, size = job["topic"], job["partitions"], job["recordBytes"]
    messages = [{"value": value} for value in values_of(size)[: CHUNK_RECORDS - 1]]
    timed = messages[-1]["value"]
    # Connected and knowing the topic before the clock starts.
    producer.list_topics(topic, timeout=SILENCE_LIMIT_SECONDS)

    clock = Clock()
    for chunk in range(job["records"] // CHUNK_RECORDS):
        partition = chunk % partitions
        queued = 0
        while queued < len(messages):
            queued += producer.produce_batch(topic, messages[queued:], partition=partition)
            producer.poll(0 if queued == len(messages) else POLL_SECONDS)
        while True:
            try:
                producer.produce(topic, timed, partition=partition, on_delivery=delivered)
                break
            except BufferError:
                producer.poll(POLL_SECONDS)
    left = producer.flush(SILENCE_LIMIT_SECONDS)
    if left > 0:
        raise RuntimeError(f"{left} records were not acknowledged")
    if len(latencies) != job["records"] // CHUNK_RECORDS:
        raise RuntimeError("acknowledgements are missing")
    records = len(latencies) * CHUNK_RECORDS
    return {**clock.read(), "records": records, "bytes": records * size, "latencyMs": percentiles(latencies)}


def consume(port, job):
    consumer = Consumer(
        {
            "bootstrap.servers": f"127.0.0.1:{port}",
            "group.id": "samsa-bench",
            "enable.auto.commit": False,
            # Without these librdkafka pauses for a second each time its queue is full.
            "queued.min.messages": 1_000_000,
            "fetch.queue.backoff.ms": 1,
            **job["config"],
        }
    )
    parts = [TopicPartition(job["topic"], number, 0) for number in range(job["partitions"])]
    expected = 0
    for part in parts:
        _, end = consumer.get_watermark_offsets(part, timeout=SILENCE_LIMIT_SECONDS)
        expected += end

    clock = Clock()
    consumer.assign(parts)
    records = total = 0
    while records < expected:
        messages = consumer.consume(CONSUME_AT_ONCE, timeout=SILENCE_LIMIT_SECONDS)
        if not messages:
            raise RuntimeError(f"{expected - records} records did not come")
        for message in messages:
            if message.error() is not None:
                raise KafkaException(message.error())
            total += len(message)
        records += len(messages)
    report = clock.read()
    consumer.close()
    return {**report, "records": records, "bytes": total}


class Clock:
    def __init__(self):
        self.cpu = time.process_time()
        self.wall = time.perf_counter()

    def read(self):
        return {
            "seconds": time.perf_counter() - self.wall,
            "cpuSeconds": time.process_time() - self.cpu,
            "requests": 0,
        }


def percentiles(samples):
    samples.sort()

    def at(share):
        return samples[min(len(samples) - 1, int(len(samples) * share))]

    return {"p50": at(0.5), "p99": at(0.99), "p999": at(0.999)}


def main():
    port, job = sys.argv[1], json.loads(sys.argv[2])
    report = {"produce": produce, "consume": consume}[job["kind"]](port, job)
    print(json.dumps(report))


main()
