// Writes the module of one API: its request and response together, the way handlers import them.

import { Code, MAX_LINE } from './code.ts';
import { type Message } from './model.ts';
import { kebabCase } from './names.ts';

export function emitApi(request: Message, response: Message): string {
  const name = request.name.replace(/Request$/, '');
  const requestModule = `../messages/${kebabCase(request.name)}.ts`;
  const responseModule = `../messages/${kebabCase(response.name)}.ts`;
  const isUnstable = request.schema.latestVersionUnstable ?? false;
  const newest = isUnstable ? request.versions.max - 1 : request.versions.max;
  const code = new Code();
  code.line(`// ${name}: API ${request.schema.apiKey}, its request and its response.`);
  code.line(`// Generated from their schemas by generator/main.ts.`);
  code.line();
  code.line(`import { type Api } from '../../message-codec.ts';`);
  code.line(`import { ${request.name} } from '${requestModule}';`);
  code.line(`import { ${response.name} } from '${responseModule}';`);
  code.line();
  emitExports(code, request, response, requestModule, 'Request');
  emitExports(code, response, request, responseModule, 'Response');
  code.line();
  const oneLine = `export const ${name}: Api<${request.name}, ${response.name}> = {`;
  if (oneLine.length <= MAX_LINE) code.line(oneLine);
  else {
    code.line(`export const ${name}: Api<`);
    code.indented(() => code.line(`${request.name},`).line(response.name));
    code.line('> = {');
  }
  code.indented(() => {
    code.line(`key: ${request.schema.apiKey},`);
    code.line(`name: '${name}',`);
    code.line(`versions: [${request.versions.min}, ${newest}],`);
    code.line(`latestUnstable: ${isUnstable},`);
    code.line(`request: ${request.name},`);
    code.line(`response: ${response.name},`);
  });
  code.line('};');
  return code.toString();
}

/** A struct name that both sides have gets the side in front of it. */
function emitExports(
  code: Code,
  message: Message,
  other: Message,
  module: string,
  side: string,
): void {
  const names: string[] = [message.name];
  for (const struct of message.structs.slice(1)) {
    const isShared = other.structs.some((theirs) => theirs.name === struct.name);
    const alias = (exported: string): string => (isShared ? ` as ${exported}` : '');
    names.push(`create${struct.name}${alias(`create${side}${struct.name}`)}`);
    names.push(`type ${struct.name}${alias(`${side}${struct.name}`)}`);
  }
  code.list('export {', names, `} from '${module}';`);
}
