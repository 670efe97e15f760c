// sarama behind the commands of compat/runner/client.ts.
package main

import (
	"context"
	"errors"
	"strconv"
	"time"

	"compat/records"

	"github.com/IBM/sarama"
)

var (
	_, settings = records.Arguments()
	topic       = settings["topic"]
	brokers     = []string{settings["bootstrap"]}
)

func main() {
	records.Run(map[string]func(){
		"create":         create,
		"partitions":     partitions,
		"delete":         deleteTopic,
		"delete-records": deleteRecords,
		"config":         config,
		"produce":        produce,
		"read":           read,
		"member":         member,
		"time":           findTime,
	})
}

func configuration() *sarama.Config {
	made := sarama.NewConfig()
	made.Version = sarama.MaxVersion
	made.Metadata.RefreshFrequency = time.Second
	// By default it gives up when the only broker is away for more than 750 ms.
	made.Metadata.Retry.Max = 100
	return made
}

func admin() sarama.ClusterAdmin {
	made, err := sarama.NewClusterAdmin(brokers, configuration())
	records.Check(err)
	return made
}

func create() {
	never := "-1"
	err := admin().CreateTopic(topic, &sarama.TopicDetail{
		NumPartitions:     int32(settings.Number("partitions")),
		ReplicationFactor: 1,
		ConfigEntries:     map[string]*string{"retention.ms": &never},
	}, false)
	if errors.Is(err, sarama.ErrTopicAlreadyExists) {
		records.Say("exists")
		return
	}
	records.Check(err)
	records.Say("created")
}

func partitions() {
	records.Check(admin().CreatePartitions(topic, int32(settings.Number("count")), nil, false))
	records.Say("done")
}

func deleteTopic() {
	records.Check(admin().DeleteTopic(topic))
	records.Say("done")
}

func deleteRecords() {
	below := map[int32]int64{int32(settings.Number("partition")): int64(settings.Number("offset"))}
	records.Check(admin().DeleteRecords(topic, below))
	records.Say("done")
}

func config() {
	name, value := settings["name"], settings["value"]
	set := sarama.IncrementalAlterConfigsEntry{
		Operation: sarama.IncrementalAlterConfigsOperationSet,
		Value:     &value,
	}
	one := admin()
	records.Check(one.IncrementalAlterConfig(sarama.TopicResource, topic,
		map[string]sarama.IncrementalAlterConfigsEntry{name: set}, false))
	entries, err := one.DescribeConfig(sarama.ConfigResource{
		Type:        sarama.TopicResource,
		Name:        topic,
		ConfigNames: []string{name},
	})
	records.Check(err)
	for _, entry := range entries {
		records.Say("config", entry.Name, entry.Value)
	}
}

func produce() {
	codecs := map[string]sarama.CompressionCodec{
		"none":   sarama.CompressionNone,
		"gzip":   sarama.CompressionGZIP,
		"snappy": sarama.CompressionSnappy,
		"lz4":    sarama.CompressionLZ4,
		"zstd":   sarama.CompressionZSTD,
	}
	configs := configuration()
	configs.Producer.Compression = codecs[settings["codec"]]
	configs.Producer.Partitioner = sarama.NewManualPartitioner
	configs.Producer.RequiredAcks = sarama.WaitForAll
	configs.Producer.Idempotent = true
	configs.Producer.Return.Successes = true
	configs.Producer.Retry.Max = 100
	configs.Net.MaxOpenRequests = 1
	producer, err := sarama.NewSyncProducer(brokers, configs)
	records.Check(err)
	first, count := settings.Number("first"), settings.Number("count")
	for from := first; from < first+count; from += 100 {
		to := min(from+100, first+count)
		var batch []*sarama.ProducerMessage
		for i := from; i < to; i++ {
			message := &sarama.ProducerMessage{
				Topic:     topic,
				Partition: int32(i % settings.Number("partitions")),
				Timestamp: records.Time(i),
			}
			if key := records.Key(i); key != nil {
				message.Key = sarama.ByteEncoder(key)
			}
			if value := records.Value(i); value != nil {
				message.Value = sarama.ByteEncoder(value)
			}
			for _, header := range records.Headers(i) {
				message.Headers = append(message.Headers,
					sarama.RecordHeader{Key: []byte(header.Name), Value: header.Value})
			}
			batch = append(batch, message)
		}
		if err := producer.SendMessages(batch); err != nil {
			var failed sarama.ProducerErrors
			if errors.As(err, &failed) {
				err = failed[0]
			}
			records.Check(err)
		}
		records.Say("progress", to-first)
		time.Sleep(time.Duration(settings.Number("pace")) * time.Millisecond)
	}
	records.Check(producer.Close())
	records.Say("done")
}

func show(message *sarama.ConsumerMessage) {
	var headers []records.Header
	for _, header := range message.Headers {
		headers = append(headers, records.Header{Name: string(header.Key), Value: header.Value})
	}
	records.Print(message.Partition, message.Offset, message.Timestamp, message.Key, message.Value,
		headers)
}

func read() {
	consumer, err := sarama.NewConsumer(brokers, configuration())
	records.Check(err)
	all := make(chan *sarama.ConsumerMessage)
	for partition := range settings.Number("partitions") {
		one, err := consumer.ConsumePartition(topic, int32(partition), sarama.OffsetOldest)
		records.Check(err)
		go func() {
			for message := range one.Messages() {
				all <- message
			}
		}()
	}
	for range settings.Number("count") {
		show(<-all)
	}
}

type handler struct{}

func (handler) Setup(session sarama.ConsumerGroupSession) error {
	records.SayAssigned(session.Claims()[topic])
	return nil
}

func (handler) Cleanup(session sarama.ConsumerGroupSession) error {
	session.Commit()
	return nil
}

func (handler) ConsumeClaim(
	session sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim,
) error {
	for {
		select {
		case <-session.Context().Done():
			return nil
		case message, ok := <-claim.Messages():
			if !ok {
				return nil
			}
			show(message)
			session.MarkMessage(message, "")
			if len(claim.Messages()) == 0 {
				records.Flush()
				session.Commit()
			}
		}
	}
}

func member() {
	configs := configuration()
	configs.Consumer.Offsets.Initial = sarama.OffsetOldest
	configs.Consumer.Offsets.AutoCommit.Enable = false
	configs.Consumer.Group.Session.Timeout = 10 * time.Second
	configs.Consumer.Group.Heartbeat.Interval = 500 * time.Millisecond
	group, err := sarama.NewConsumerGroup(brokers, settings["group"], configs)
	records.Check(err)
	ctx, cancel := context.WithCancel(context.Background())
	stopped := records.Stopped()
	go func() {
		<-stopped
		cancel()
	}()
	for ctx.Err() == nil {
		if err := group.Consume(ctx, []string{topic}, handler{}); err != nil && ctx.Err() == nil {
			// As its documentation says: log it and consume again.
			println("consume:", err.Error())
			time.Sleep(200 * time.Millisecond)
		}
	}
	records.Check(group.Close())
	records.Say("left")
}

func findTime() {
	client, err := sarama.NewClient(brokers, configuration())
	records.Check(err)
	partition := int32(settings.Number("partition"))
	timestamp, err := strconv.ParseInt(settings["timestamp"], 10, 64)
	records.Check(err)
	offset, err := client.GetOffset(topic, partition, timestamp)
	records.Check(err)
	records.Say("offset", offset)
	consumer, err := sarama.NewConsumerFromClient(client)
	records.Check(err)
	one, err := consumer.ConsumePartition(topic, partition, offset)
	records.Check(err)
	show(<-one.Messages())
}
