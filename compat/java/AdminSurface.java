// Every call of the Java AdminClient that a cluster without security, transactions and the new kinds of
// groups can answer: prints 'call NAME ok' or 'call NAME ERROR' for each.

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionReplica;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ElectionNotNeededException;

public final class AdminSurface {
    private interface Call {
        KafkaFuture<?> ask() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        String bootstrap = args[0];
        String topic = args[1];
        String group = topic + "-group";
        TopicPartition partition = new TopicPartition(topic, 0);
        ConfigResource config = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        ConfigResource ofGroup = new ConfigResource(ConfigResource.Type.GROUP, group);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            say("createTopics", () ->
                admin.createTopics(List.of(new NewTopic(topic, Map.of(0, List.of(1))))).all());
            say("createPartitions", () ->
                admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(3))).all());
            say("listTopics", () -> admin.listTopics().names());
            say("describeTopics", () -> admin.describeTopics(List.of(topic)).allTopicNames());
            Uuid id = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).topicId();
            say("describeTopics by id", () ->
                admin.describeTopics(TopicCollection.ofTopicIds(List.of(id))).allTopicIds());
            say("describeCluster", () -> admin.describeCluster().nodes());
            say("describeFeatures", () -> admin.describeFeatures().featureMetadata());
            say("updateFeatures, to validate", () -> admin.updateFeatures(
                Map.of("group.version", new FeatureUpdate((short) 1, FeatureUpdate.UpgradeType.UPGRADE)),
                new UpdateFeaturesOptions().validateOnly(true)).all());
            say("describeMetadataQuorum", () -> admin.describeMetadataQuorum().quorumInfo());
            say("describeConfigs of topic, broker and group", () ->
                admin.describeConfigs(List.of(config, broker, ofGroup)).all());
            say("incrementalAlterConfigs of a topic", () -> admin.incrementalAlterConfigs(Map.of(config,
                List.of(set("retention.ms", "1000000")))).all());
            say("incrementalAlterConfigs of a group", () -> admin.incrementalAlterConfigs(Map.of(ofGroup,
                List.of(set("consumer.session.timeout.ms", "50000")))).all());
            say("listConfigResources", () -> admin.listConfigResources().all());
            say("listOffsets", () -> admin.listOffsets(Map.of(
                partition, OffsetSpec.latest(),
                new TopicPartition(topic, 1), OffsetSpec.earliest(),
                new TopicPartition(topic, 2), OffsetSpec.maxTimestamp())).all());
            say("listOffsets, local and tiered", () -> admin.listOffsets(Map.of(
                partition, OffsetSpec.earliestLocal(),
                new TopicPartition(topic, 1), OffsetSpec.latestTiered())).all());
            say("deleteRecords", () ->
                admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(0))).all());
            say("describeLogDirs", () -> admin.describeLogDirs(List.of(1)).allDescriptions());
            say("describeReplicaLogDirs", () -> admin.describeReplicaLogDirs(
                List.of(new TopicPartitionReplica(topic, 0, 1))).all());
            say("describeProducers", () -> admin.describeProducers(List.of(partition)).all());
            say("electLeaders", () ->
                admin.electLeaders(ElectionType.PREFERRED, Set.of(partition)).all());
            say("alterPartitionReassignments", () -> admin.alterPartitionReassignments(Map.of(
                partition, Optional.of(new NewPartitionReassignment(List.of(1))))).all());
            say("listPartitionReassignments", () -> admin.listPartitionReassignments().reassignments());
            say("alterConsumerGroupOffsets", () -> admin.alterConsumerGroupOffsets(
                group, Map.of(partition, new OffsetAndMetadata(0))).all());
            say("listConsumerGroupOffsets", () ->
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
            say("listGroups", () -> admin.listGroups().all());
            say("describeConsumerGroups", () -> admin.describeConsumerGroups(List.of(group)).all());
            say("describeClassicGroups", () -> admin.describeClassicGroups(List.of(group)).all());
            say("deleteConsumerGroupOffsets", () ->
                admin.deleteConsumerGroupOffsets(group, Set.of(partition)).all());
            say("alterConsumerGroupOffsets again", () -> admin.alterConsumerGroupOffsets(
                group, Map.of(partition, new OffsetAndMetadata(0))).all());
            say("deleteConsumerGroups", () -> admin.deleteConsumerGroups(List.of(group)).all());
            say("deleteTopics by id", () ->
                admin.deleteTopics(TopicCollection.ofTopicIds(List.of(id))).all());
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    private static void say(String name, Call call) throws Exception {
        String result = "ok";
        try {
            call.ask().get();
        } catch (ExecutionException error) {
            Throwable cause = error.getCause();
            if (!(cause instanceof ElectionNotNeededException)) result = cause.toString();
        }
        System.out.println("call " + name + " " + result);
    }
}
