// The Java client behind the commands of compat/runner/client.ts.

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

public final class CompatClient {
    private static final long FIRST_TIMESTAMP = 1_700_000_000_000L;
    private static final byte[] EMPTY = new byte[0];
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Map<String, String> settings = new HashMap<>();
    private volatile boolean stopped = false;

    public static void main(String[] args) throws Exception {
        CompatClient client = new CompatClient();
        for (int i = 1; i < args.length; i++) {
            int at = args[i].indexOf('=');
            client.settings.put(args[i].substring(0, at), args[i].substring(at + 1));
        }
        switch (args[0]) {
            case "create" -> client.create();
            case "partitions" -> client.partitions();
            case "delete" -> client.delete();
            case "delete-records" -> client.deleteRecords();
            case "produce" -> client.produce();
            case "read" -> client.read();
            case "member" -> client.member();
            case "time" -> client.time();
            case "config" -> client.config();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private String text(String name) {
        return settings.get(name);
    }

    private int number(String name) {
        return Integer.parseInt(settings.getOrDefault(name, "0"));
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", text("bootstrap")));
    }

    private void create() throws Exception {
        try (Admin admin = admin()) {
            NewTopic topic = new NewTopic(text("topic"), number("partitions"), (short) 1)
                .configs(Map.of("retention.ms", "-1"));
            admin.createTopics(List.of(topic)).all().get();
            OUT.println("created");
        } catch (ExecutionException error) {
            if (!(error.getCause() instanceof TopicExistsException)) throw error;
            OUT.println("exists");
        }
    }

    private void partitions() throws Exception {
        try (Admin admin = admin()) {
            NewPartitions more = NewPartitions.increaseTo(number("count"));
            admin.createPartitions(Map.of(text("topic"), more)).all().get();
            OUT.println("done");
        }
    }

    private void delete() throws Exception {
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(text("topic"))).all().get();
            OUT.println("done");
        }
    }

    private void deleteRecords() throws Exception {
        try (Admin admin = admin()) {
            TopicPartition partition = new TopicPartition(text("topic"), number("partition"));
            RecordsToDelete below = RecordsToDelete.beforeOffset(number("offset"));
            admin.deleteRecords(Map.of(partition, below)).all().get();
            OUT.println("done");
        }
    }

    private void config() throws Exception {
        try (Admin admin = admin()) {
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, text("topic"));
            ConfigEntry entry = new ConfigEntry(text("name"), text("value"));
            AlterConfigOp set = new AlterConfigOp(entry, AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(set))).all().get();
            String value = admin.describeConfigs(List.of(topic)).all().get()
                .get(topic).get(text("name")).value();
            OUT.println("config " + text("name") + " " + value);
        }
    }

    private void produce() throws Exception {
        Map<String, Object> configs = Map.of(
            "bootstrap.servers", text("bootstrap"),
            "compression.type", text("codec"),
            "linger.ms", "5",
            "key.serializer", ByteArraySerializer.class,
            "value.serializer", ByteArraySerializer.class);
        int first = number("first");
        int count = number("count");
        int pace = number("pace");
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(configs)) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = first; i < first + count; i++) {
                sent.add(producer.send(record(i)));
                if ((i - first + 1) % 100 == 0) {
                    producer.flush();
                    for (Future<RecordMetadata> each : sent) each.get();
                    sent.clear();
                    OUT.println("progress " + (i - first + 1));
                    if (pace > 0) Thread.sleep(pace);
                }
            }
            for (Future<RecordMetadata> each : sent) each.get();
        }
        OUT.println("done");
    }

    private ProducerRecord<byte[], byte[]> record(int i) {
        byte[] key = i % 5 == 4 ? null : i % 10 == 0 ? EMPTY
            : ByteBuffer.allocate(6).putInt(i).put((byte) 0xff).array();
        byte[] value = null;
        if (i % 7 != 3) {
            value = i % 11 == 5 ? EMPTY : new byte[i % 1000 == 999 ? 50_000 : i * 31 % 700];
            for (int j = 0; j < value.length; j++) value[j] = (byte) (i * 7 + j * 13);
        }
        List<Header> headers = new ArrayList<>();
        for (int h = 0; h < i % 4; h++) {
            byte[] bytes = (i + h) % 3 == 0 ? null : (i + h) % 3 == 1 ? EMPTY
                : ("value-" + i).getBytes(StandardCharsets.UTF_8);
            headers.add(new RecordHeader("h" + (h >> 1), bytes));
        }
        int partition = i % number("partitions");
        return new ProducerRecord<>(text("topic"), partition, FIRST_TIMESTAMP + i, key, value, headers);
    }

    private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> configs = new HashMap<>(more);
        configs.put("bootstrap.servers", text("bootstrap"));
        configs.put("key.deserializer", ByteArrayDeserializer.class);
        configs.put("value.deserializer", ByteArrayDeserializer.class);
        configs.put("auto.offset.reset", "earliest");
        configs.put("enable.auto.commit", "false");
        configs.put("metadata.max.age.ms", "1000");
        return new KafkaConsumer<>(configs);
    }

    private void read() throws Exception {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(Map.of())) {
            List<TopicPartition> all = IntStream.range(0, number("partitions"))
                .mapToObj(partition -> new TopicPartition(text("topic"), partition)).toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            int left = number("count");
            while (left > 0) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofSeconds(1))) {
                    print(each);
                    left--;
                }
            }
        }
    }

    private void member() throws Exception {
        Thread listener = new Thread(this::awaitStop);
        listener.setDaemon(true);
        listener.start();
        Map<String, Object> configs = Map.of(
            "group.id", text("group"),
            "group.protocol", "classic",
            "session.timeout.ms", "10000",
            "heartbeat.interval.ms", "500");
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(configs)) {
            consumer.subscribe(List.of(text("topic")), new ConsumerRebalanceListener() {
                @Override
                public void onPartitionsAssigned(Collection<TopicPartition> added) {
                    String all = consumer.assignment().stream().map(TopicPartition::partition)
                        .sorted().map(String::valueOf).collect(Collectors.joining(","));
                    OUT.println(all.isEmpty() ? "assigned" : "assigned " + all);
                }

                @Override
                public void onPartitionsRevoked(Collection<TopicPartition> gone) {}
            });
            while (!stopped) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(200))) {
                    print(each);
                }
                try {
                    consumer.commitSync();
                } catch (org.apache.kafka.clients.consumer.CommitFailedException
                         | org.apache.kafka.common.errors.RebalanceInProgressException error) {
                    System.err.println("commit: " + error.getMessage());
                }
            }
        }
        OUT.println("left");
    }

    private void awaitStop() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in))) {
            String line;
            do {
                line = in.readLine();
            } while (line != null && !line.equals("stop"));
        } catch (java.io.IOException error) {
            System.err.println(error);
        }
        stopped = true;
    }

    private void time() throws Exception {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(Map.of())) {
            TopicPartition partition = new TopicPartition(text("topic"), number("partition"));
            long timestamp = Long.parseLong(text("timestamp"));
            long offset = consumer.offsetsForTimes(Map.of(partition, timestamp)).get(partition).offset();
            OUT.println("offset " + offset);
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            while (true) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofSeconds(1))) {
                    print(each);
                    return;
                }
            }
        }
    }

    private static void print(ConsumerRecord<byte[], byte[]> record) throws Exception {
        List<String> headers = new ArrayList<>();
        for (Header header : record.headers()) headers.add(header.key() + "=" + hex(header.value()));
        byte[] value = record.value();
        OUT.println(String.join(" ", "record", String.valueOf(record.partition()),
            String.valueOf(record.offset()), String.valueOf(record.timestamp()), hex(record.key()),
            value == null ? "-" : value.length + ":" + digest(value),
            headers.isEmpty() ? "-" : String.join(",", headers)));
    }

    private static String hex(byte[] bytes) {
        if (bytes == null) return "-";
        return bytes.length == 0 ? "." : HexFormat.of().formatHex(bytes);
    }

    private static String digest(byte[] bytes) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return HexFormat.of().formatHex(digest, 0, 8);
    }
}
