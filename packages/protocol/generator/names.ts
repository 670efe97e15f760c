// Names in generated code: Kafka's, in the case that TypeScript and file systems expect.

/** `TopicData` → `topicData` */
export function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** `topicData` → `TopicData` */
export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `AddPartitionsToTxnRequest` → `add-partitions-to-txn-request` */
export function kebabCase(name: string): string {
  return name
    .replaceAll('KRaft', 'Kraft')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}
