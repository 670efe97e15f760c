// The last read of a run must be what stands on the disk, but for what a late request has added since.

import { type FinalRead, partitionKey, type ReadRecord } from '../workload/history.ts';
import { type Findings } from './finding.ts';
import { label } from './lost-write.ts';

export function checkDiskAgreement(
  read: FinalRead,
  stored: readonly ReadRecord[],
  findings: Findings,
): void {
  const { startOffset, endOffset } = read;
  const onDisk = stored.filter(({ offset }) => offset >= startOffset && offset < endOffset);
  const partition = partitionKey(read);
  for (let i = 0; i < Math.max(onDisk.length, read.records.length); i++) {
    const disk = onDisk[i];
    const seen = read.records[i];
    if (disk?.offset === seen?.offset && disk?.value === seen?.value) continue;
    findings.add(
      'disk-disagrees',
      `${partition}: the last read has ${label(seen?.value)} at ${seen?.offset}, the disk ` +
        `${label(disk?.value)} at ${disk?.offset}`,
    );
    return;
  }
}
