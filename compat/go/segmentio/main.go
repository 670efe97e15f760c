// segmentio/kafka-go behind the commands of compat/runner/client.ts.
package main

import (
	"context"
	"errors"
	"strconv"
	"time"

	"compat/records"

	"github.com/segmentio/kafka-go"
)

var (
	_, settings = records.Arguments()
	topic       = settings["topic"]
	brokers     = []string{settings["bootstrap"]}
	client      = &kafka.Client{Addr: kafka.TCP(settings["bootstrap"])}
	ctx         = context.Background()
)

func main() {
	records.Run(map[string]func(){
		"create":     create,
		"partitions": partitions,
		"delete":     deleteTopic,
		"config":     config,
		"produce":    produce,
		"read":       read,
		"member":     member,
		"time":       findTime,
	})
}

func create() {
	answer, err := client.CreateTopics(ctx, &kafka.CreateTopicsRequest{
		Topics: []kafka.TopicConfig{{
			Topic:             topic,
			NumPartitions:     settings.Number("partitions"),
			ReplicationFactor: 1,
			ConfigEntries:     []kafka.ConfigEntry{{ConfigName: "retention.ms", ConfigValue: "-1"}},
		}},
	})
	records.Check(err)
	if errors.Is(answer.Errors[topic], kafka.TopicAlreadyExists) {
		records.Say("exists")
		return
	}
	records.Check(answer.Errors[topic])
	records.Say("created")
}

func partitions() {
	answer, err := client.CreatePartitions(ctx, &kafka.CreatePartitionsRequest{
		Topics: []kafka.TopicPartitionsConfig{{Name: topic, Count: int32(settings.Number("count"))}},
	})
	records.Check(err)
	records.Check(answer.Errors[topic])
	records.Say("done")
}

func deleteTopic() {
	answer, err := client.DeleteTopics(ctx, &kafka.DeleteTopicsRequest{Topics: []string{topic}})
	records.Check(err)
	records.Check(answer.Errors[topic])
	records.Say("done")
}

func config() {
	name := settings["name"]
	altered, err := client.IncrementalAlterConfigs(ctx, &kafka.IncrementalAlterConfigsRequest{
		Resources: []kafka.IncrementalAlterConfigsRequestResource{{
			ResourceType: kafka.ResourceTypeTopic,
			ResourceName: topic,
			Configs: []kafka.IncrementalAlterConfigsRequestConfig{{
				Name:            name,
				Value:           settings["value"],
				ConfigOperation: kafka.ConfigOperationSet,
			}},
		}},
	})
	records.Check(err)
	records.Check(altered.Resources[0].Error)
	described, err := client.DescribeConfigs(ctx, &kafka.DescribeConfigsRequest{
		Resources: []kafka.DescribeConfigRequestResource{{
			ResourceType: kafka.ResourceTypeTopic,
			ResourceName: topic,
			ConfigNames:  []string{name},
		}},
	})
	records.Check(err)
	for _, entry := range described.Resources[0].ConfigEntries {
		records.Say("config", entry.ConfigName, entry.ConfigValue)
	}
}

func produce() {
	codecs := map[string]kafka.Compression{
		"gzip": kafka.Gzip, "snappy": kafka.Snappy, "lz4": kafka.Lz4, "zstd": kafka.Zstd,
	}
	// A message cannot name its partition, so each partition has a writer that knows no other.
	var writers []*kafka.Writer
	for partition := range settings.Number("partitions") {
		writers = append(writers, &kafka.Writer{
			Addr:         kafka.TCP(settings["bootstrap"]),
			Topic:        topic,
			BatchTimeout: time.Millisecond,
			RequiredAcks: kafka.RequireAll,
			Compression:  codecs[settings["codec"]],
			MaxAttempts:  100,
			Balancer: kafka.BalancerFunc(func(kafka.Message, ...int) int {
				return partition
			}),
			Transport: &kafka.Transport{MetadataTTL: time.Second},
		})
	}
	first, count := settings.Number("first"), settings.Number("count")
	for from := first; from < first+count; from += 100 {
		to := min(from+100, first+count)
		batches := make([][]kafka.Message, len(writers))
		for i := from; i < to; i++ {
			message := kafka.Message{
				Key:   records.Key(i),
				Value: records.Value(i),
				Time:  records.Time(i),
			}
			for _, header := range records.Headers(i) {
				message.Headers = append(message.Headers,
					kafka.Header{Key: header.Name, Value: header.Value})
			}
			at := i % len(writers)
			batches[at] = append(batches[at], message)
		}
		for at, batch := range batches {
			records.Check(writers[at].WriteMessages(ctx, batch...))
		}
		records.Say("progress", to-first)
		time.Sleep(time.Duration(settings.Number("pace")) * time.Millisecond)
	}
	for _, writer := range writers {
		records.Check(writer.Close())
	}
	records.Say("done")
}

func show(message kafka.Message) {
	var headers []records.Header
	for _, header := range message.Headers {
		headers = append(headers, records.Header{Name: header.Key, Value: header.Value})
	}
	records.Print(int32(message.Partition), message.Offset, message.Time, message.Key, message.Value,
		headers)
}

func readerAt(partition int, offset int64) *kafka.Reader {
	reader := kafka.NewReader(kafka.ReaderConfig{
		Brokers:   brokers,
		Topic:     topic,
		Partition: partition,
		MaxWait:   200 * time.Millisecond,
	})
	records.Check(reader.SetOffset(offset))
	return reader
}

func read() {
	all := make(chan kafka.Message)
	for partition := range settings.Number("partitions") {
		go func() {
			reader := readerAt(partition, kafka.FirstOffset)
			for {
				message, err := reader.ReadMessage(ctx)
				records.Check(err)
				all <- message
			}
		}()
	}
	for range settings.Number("count") {
		show(<-all)
	}
}

func member() {
	stopped := records.Stopped()
	group, err := kafka.NewConsumerGroup(kafka.ConsumerGroupConfig{
		ID:                     settings["group"],
		Brokers:                brokers,
		Topics:                 []string{topic},
		StartOffset:            kafka.FirstOffset,
		HeartbeatInterval:      500 * time.Millisecond,
		SessionTimeout:         10 * time.Second,
		WatchPartitionChanges:  true,
		PartitionWatchInterval: time.Second,
		JoinGroupBackoff:       500 * time.Millisecond,
	})
	records.Check(err)
	next, cancel := context.WithCancel(ctx)
	go func() {
		<-stopped
		cancel()
	}()
	for next.Err() == nil {
		generation, err := group.Next(next)
		if err != nil {
			// Joining again is what the group itself does next.
			if next.Err() == nil {
				println("next:", err.Error())
			}
			continue
		}
		var given []int32
		for _, assignment := range generation.Assignments[topic] {
			given = append(given, int32(assignment.ID))
			generation.Start(func(over context.Context) {
				consume(generation, assignment, over, stopped)
			})
		}
		records.SayAssigned(given)
	}
	records.Check(group.Close())
	records.Say("left")
}

func consume(
	generation *kafka.Generation, from kafka.PartitionAssignment,
	over context.Context, stopped <-chan struct{},
) {
	reader := readerAt(from.ID, from.Offset)
	defer reader.Close()
	var uncommitted, committed int64 = from.Offset, from.Offset
	for {
		short, cancel := context.WithTimeout(over, 100*time.Millisecond)
		message, err := reader.ReadMessage(short)
		cancel()
		if err == nil {
			show(message)
			uncommitted = message.Offset + 1
		}
		isOver := over.Err() != nil
		select {
		case <-stopped:
			isOver = true
		default:
		}
		if err != nil || isOver {
			records.Flush()
			if uncommitted != committed {
				offsets := map[string]map[int]int64{topic: {from.ID: uncommitted}}
				if err := generation.CommitOffsets(offsets); err != nil {
					println("commit:", err.Error())
				} else {
					committed = uncommitted
				}
			}
		}
		if isOver {
			return
		}
	}
}

func findTime() {
	partition := settings.Number("partition")
	timestamp, err := strconv.ParseInt(settings["timestamp"], 10, 64)
	records.Check(err)
	leader, err := kafka.DialLeader(ctx, "tcp", settings["bootstrap"], topic, partition)
	records.Check(err)
	offset, err := leader.ReadOffset(time.UnixMilli(timestamp))
	records.Check(err)
	records.Say("offset", offset)
	message, err := readerAt(partition, offset).ReadMessage(ctx)
	records.Check(err)
	show(message)
}
