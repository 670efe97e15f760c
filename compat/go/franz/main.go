// franz-go with kadm behind the commands of compat/runner/client.ts.
package main

import (
	"context"
	"errors"
	"sync"
	"time"

	"compat/records"

	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kgo"
)

var (
	_, settings = records.Arguments()
	topic       = settings["topic"]
	ctx         = context.Background()
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

func client(options ...kgo.Opt) *kgo.Client {
	options = append(options,
		kgo.SeedBrokers(settings["bootstrap"]),
		kgo.MetadataMaxAge(time.Second),
		kgo.MetadataMinAge(100*time.Millisecond))
	made, err := kgo.NewClient(options...)
	records.Check(err)
	return made
}

func create() {
	never := "-1"
	configs := map[string]*string{"retention.ms": &never}
	_, err := kadm.NewClient(client()).
		CreateTopic(ctx, int32(settings.Number("partitions")), 1, configs, topic)
	if errors.Is(err, kerr.TopicAlreadyExists) {
		records.Say("exists")
		return
	}
	records.Check(err)
	records.Say("created")
}

func partitions() {
	answers, err := kadm.NewClient(client()).UpdatePartitions(ctx, settings.Number("count"), topic)
	records.Check(err)
	records.Check(answers.Error())
	records.Say("done")
}

func deleteTopic() {
	_, err := kadm.NewClient(client()).DeleteTopic(ctx, topic)
	records.Check(err)
	records.Say("done")
}

func deleteRecords() {
	below := kadm.Offsets{}
	below.AddOffset(topic, int32(settings.Number("partition")), int64(settings.Number("offset")), -1)
	answers, err := kadm.NewClient(client()).DeleteRecords(ctx, below)
	records.Check(err)
	records.Check(answers.Error())
	records.Say("done")
}

func config() {
	admin := kadm.NewClient(client())
	name, value := settings["name"], settings["value"]
	answers, err := admin.AlterTopicConfigs(ctx,
		[]kadm.AlterConfig{{Op: kadm.SetConfig, Name: name, Value: &value}}, topic)
	records.Check(err)
	for _, answer := range answers {
		records.Check(answer.Err)
	}
	described, err := admin.DescribeTopicConfigs(ctx, topic)
	records.Check(err)
	for _, entry := range described[0].Configs {
		if entry.Key == name {
			records.Say("config", name, entry.MaybeValue())
		}
	}
}

func produce() {
	codecs := map[string]kgo.CompressionCodec{
		"none":   kgo.NoCompression(),
		"gzip":   kgo.GzipCompression(),
		"snappy": kgo.SnappyCompression(),
		"lz4":    kgo.Lz4Compression(),
		"zstd":   kgo.ZstdCompression(),
	}
	producer := client(
		kgo.RecordPartitioner(kgo.ManualPartitioner()),
		kgo.ProducerBatchCompression(codecs[settings["codec"]]))
	defer producer.Close()
	first, count := settings.Number("first"), settings.Number("count")
	for from := first; from < first+count; from += 100 {
		to := min(from+100, first+count)
		batch := make([]*kgo.Record, 0, to-from)
		for i := from; i < to; i++ {
			record := &kgo.Record{
				Topic:     topic,
				Partition: int32(i % settings.Number("partitions")),
				Timestamp: records.Time(i),
				Key:       records.Key(i),
				Value:     records.Value(i),
			}
			for _, header := range records.Headers(i) {
				record.Headers = append(record.Headers,
					kgo.RecordHeader{Key: header.Name, Value: header.Value})
			}
			batch = append(batch, record)
		}
		records.Check(producer.ProduceSync(ctx, batch...).FirstErr())
		records.Say("progress", to-first)
		time.Sleep(time.Duration(settings.Number("pace")) * time.Millisecond)
	}
	records.Say("done")
}

func show(record *kgo.Record) {
	var headers []records.Header
	for _, header := range record.Headers {
		headers = append(headers, records.Header{Name: header.Key, Value: header.Value})
	}
	records.Print(record.Partition, record.Offset, record.Timestamp, record.Key, record.Value, headers)
}

func read() {
	from := map[int32]kgo.Offset{}
	for partition := range settings.Number("partitions") {
		from[int32(partition)] = kgo.NewOffset().AtStart()
	}
	reader := client(kgo.ConsumePartitions(map[string]map[int32]kgo.Offset{topic: from}))
	defer reader.Close()
	for left := settings.Number("count"); left > 0; {
		fetches := reader.PollFetches(ctx)
		records.Check(fetches.Err())
		fetches.EachRecord(show)
		left -= fetches.NumRecords()
	}
}

func member() {
	stopped := records.Stopped()
	var held sync.Map
	say := func() {
		var all []int32
		held.Range(func(partition, _ any) bool {
			all = append(all, partition.(int32))
			return true
		})
		records.SayAssigned(all)
	}
	lose := func(_ context.Context, _ *kgo.Client, gone map[string][]int32) {
		for _, partition := range gone[topic] {
			held.Delete(partition)
		}
		say()
	}
	one := client(
		kgo.ConsumerGroup(settings["group"]),
		kgo.ConsumeTopics(topic),
		kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()),
		kgo.DisableAutoCommit(),
		kgo.BlockRebalanceOnPoll(),
		kgo.SessionTimeout(10*time.Second),
		kgo.HeartbeatInterval(500*time.Millisecond),
		kgo.OnPartitionsAssigned(func(_ context.Context, _ *kgo.Client, added map[string][]int32) {
			for _, partition := range added[topic] {
				held.Store(partition, true)
			}
			say()
		}),
		kgo.OnPartitionsRevoked(lose),
		kgo.OnPartitionsLost(lose))
	for {
		select {
		case <-stopped:
			one.Close()
			records.Say("left")
			return
		default:
		}
		short, cancel := context.WithTimeout(ctx, 200*time.Millisecond)
		fetches := one.PollFetches(short)
		cancel()
		fetches.EachRecord(show)
		records.Flush()
		if fetches.NumRecords() > 0 {
			if err := one.CommitUncommittedOffsets(ctx); err != nil {
				records.Say("uncommitted", err)
			}
		}
		one.AllowRebalance()
	}
}

func findTime() {
	partition := int32(settings.Number("partition"))
	var timestamp int64
	for _, digit := range settings["timestamp"] {
		timestamp = timestamp*10 + int64(digit-'0')
	}
	listed, err := kadm.NewClient(client()).ListOffsetsAfterMilli(ctx, timestamp, topic)
	records.Check(err)
	found, _ := listed.Lookup(topic, partition)
	records.Check(found.Err)
	records.Say("offset", found.Offset)
	reader := client(kgo.ConsumePartitions(map[string]map[int32]kgo.Offset{
		topic: {partition: kgo.NewOffset().AfterMilli(timestamp)},
	}))
	defer reader.Close()
	fetches := reader.PollFetches(ctx)
	records.Check(fetches.Err())
	show(fetches.Records()[0])
}
