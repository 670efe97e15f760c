// Package records holds the records of compat/runner/records.ts, the lines they are printed as, and
// the command line that the programs share.
package records

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"
)

const firstTimestamp = 1_700_000_000_000

// Header is a name with a value, which may be nil.
type Header struct {
	Name  string
	Value []byte
}

// Settings are the arguments of a command.
type Settings map[string]string

var out = struct {
	sync.Mutex
	*bufio.Writer
}{Writer: bufio.NewWriterSize(os.Stdout, 1<<16)}

// Arguments returns the command and its settings.
func Arguments() (string, Settings) {
	settings := Settings{}
	for _, argument := range os.Args[2:] {
		name, value, _ := strings.Cut(argument, "=")
		settings[name] = value
	}
	return os.Args[1], settings
}

// Number returns a setting as a number, 0 where it is missing.
func (s Settings) Number(name string) int {
	number, _ := strconv.Atoi(s[name])
	return number
}

// Time returns the timestamp of record i.
func Time(i int) time.Time { return time.UnixMilli(firstTimestamp + int64(i)) }

// Key returns the key of record i.
func Key(i int) []byte {
	if i%5 == 4 {
		return nil
	}
	if i%10 == 0 {
		return []byte{}
	}
	return append(binary.BigEndian.AppendUint32(nil, uint32(i)), 0xff, 0)
}

// Value returns the value of record i.
func Value(i int) []byte {
	if i%7 == 3 {
		return nil
	}
	if i%11 == 5 {
		return []byte{}
	}
	size := i * 31 % 700
	if i%1000 == 999 {
		size = 50_000
	}
	value := make([]byte, size)
	for j := range value {
		value[j] = byte(i*7 + j*13)
	}
	return value
}

// Headers returns the headers of record i.
func Headers(i int) []Header {
	var headers []Header
	for h := range i % 4 {
		var value []byte
		switch (i + h) % 3 {
		case 1:
			value = []byte{}
		case 2:
			value = fmt.Appendf(nil, "value-%d", i)
		}
		headers = append(headers, Header{fmt.Sprintf("h%d", h>>1), value})
	}
	return headers
}

// Print prints a record that was read.
func Print(partition int32, offset int64, at time.Time, key, value []byte, headers []Header) {
	shown := "-"
	if value != nil {
		digest := sha256.Sum256(value)
		shown = fmt.Sprintf("%d:%x", len(value), digest[:8])
	}
	named := make([]string, 0, len(headers))
	for _, header := range headers {
		named = append(named, header.Name+"="+hexed(header.Value))
	}
	if len(named) == 0 {
		named = append(named, "-")
	}
	out.Lock()
	defer out.Unlock()
	fmt.Fprintln(out, "record", partition, offset, at.UnixMilli(), hexed(key), shown,
		strings.Join(named, ","))
}

// Say prints a line that somebody waits for.
func Say(words ...any) {
	out.Lock()
	defer out.Unlock()
	fmt.Fprintln(out, words...)
	out.Flush()
}

// Flush lets go of the records that were printed.
func Flush() {
	out.Lock()
	defer out.Unlock()
	out.Flush()
}

// SayAssigned prints which partitions a member has.
func SayAssigned(partitions []int32) {
	sort.Slice(partitions, func(a, b int) bool { return partitions[a] < partitions[b] })
	texts := make([]string, len(partitions))
	for at, partition := range partitions {
		texts[at] = strconv.Itoa(int(partition))
	}
	Say(strings.TrimSpace("assigned " + strings.Join(texts, ",")))
}

// Stopped is closed when standard input says 'stop', or ends.
func Stopped() <-chan struct{} {
	stopped := make(chan struct{})
	go func() {
		lines := bufio.NewScanner(os.Stdin)
		for lines.Scan() && lines.Text() != "stop" {
		}
		close(stopped)
	}()
	return stopped
}

// Check ends the program with what went wrong.
func Check(err error) {
	if err != nil {
		Flush()
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Run runs the command that the arguments name.
func Run(commands map[string]func()) {
	commands[os.Args[1]]()
	Flush()
}

func hexed(data []byte) string {
	if data == nil {
		return "-"
	}
	if len(data) == 0 {
		return "."
	}
	return hex.EncodeToString(data)
}
