import { type RefusalCode, STATUS } from '../../protocol/refusal.ts'
import { SENTENCE, sentenceOf } from '../../protocol/refusal-sentence.ts'
import { type DescribedSchemas, type Json, schemaAddress, toPascalCase } from './describe-schemas.ts'

/** The fields of an error that come with one code alone. */
const EVIDENCE: Readonly<Record<string, RefusalCode>> = {
  issues: 'invalid-request',
  epoch: 'stale-epoch',
  participantIds: 'members-changed',
  incident: 'internal',
}

/** Of these, what always comes. A deployment with a setting that is wrong answers `internal` and says so, without an incident. */
const ALWAYS: ReadonlySet<string> = new Set(['issues', 'epoch', 'participantIds'])

/** An incident, as an example. */
const INCIDENT = 'k7m3qxw2ht'

/** The headers that come with a code. */
const HEADERS: Readonly<Partial<Record<RefusalCode, readonly string[]>>> = {
  'slow-down': ['Retry-After'],
  'too-many-attempts': ['Retry-After'],
  'too-many-requests': ['Retry-After'],
  busy: ['Retry-After'],
  'method-not-allowed': ['Allow'],
  'upgrade-required': ['Upgrade'],
}

const CODES = Object.keys(STATUS) as RefusalCode[]

function nameOf(code: RefusalCode): string {
  return `${toPascalCase(code)}Refusal`
}

/** Describes the body of every refusal, by name: the code and its sentence, and what else the code says. */
export function describeRefusalSchemas(schemas: DescribedSchemas): Json {
  const body = schemas.find('FailureBody') as { properties: { error: { properties: Json } } }
  const { code: _, message, ...fields } = body.properties.error.properties
  return Object.fromEntries(
    CODES.map((code) => {
      const evidence = Object.entries(fields).filter(([field]) => [code, undefined].includes(EVIDENCE[field]))
      const needed = evidence.map(([field]) => field).filter((field) => ALWAYS.has(field))
      const error = {
        type: 'object',
        properties: { code: { const: code }, message, ...Object.fromEntries(evidence) },
        required: ['code', 'message', ...needed],
      }
      const schema = { type: 'object', properties: { error }, required: ['error'] }
      return [nameOf(code), { description: SENTENCE[code], ...schema }]
    }),
  )
}

/** Describes the answer to a request that is refused with one of these codes, all of one status. */
export function describeRefusal(codes: readonly RefusalCode[]): Json {
  const headers = [...new Set(codes.flatMap((code) => HEADERS[code] ?? []))]
  const bodies = codes.map((code) => ({ $ref: schemaAddress(nameOf(code)) }))
  return {
    description: codes.map((code) => `\`${code}\`: ${SENTENCE[code]}`).join('\n\n'),
    ...(headers.length > 0 && {
      headers: Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    }),
    content: {
      'application/json': {
        schema: bodies.length === 1 ? bodies[0] : { anyOf: bodies },
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  }
}

function exampleOf(code: RefusalCode): Json {
  const evidence: Readonly<Partial<Record<RefusalCode, Json>>> = {
    'invalid-request': { issues: [{ path: 'pasword', message: 'This field is not known.' }] },
    'stale-epoch': { epoch: 3 },
    'members-changed': { participantIds: ['YspOpX-d-WOYk7jXeJshF'] },
    internal: { incident: INCIDENT },
  }
  const message = sentenceOf({ code, incident: code === 'internal' ? INCIDENT : undefined })
  return { error: { code, message, ...evidence[code] } }
}

/** Refusals of an address, and of no call: nothing in the paths refers to them. */
const OF_NO_CALL: readonly RefusalCode[] = ['not-found', 'method-not-allowed']

/** Describes the refusals that calls share, where their status has no other code there. @param paths what refers to them */
export function describeSharedRefusals(paths: Json): Json {
  const referred = JSON.stringify(paths)
  const shared = CODES.filter(
    (code) => OF_NO_CALL.includes(code) || referred.includes(`"${sharedAddress(code)}"`),
  )
  return Object.fromEntries(shared.map((code) => [toPascalCase(code), describeRefusal([code])]))
}

function sharedAddress(code: RefusalCode): string {
  return `#/components/responses/${toPascalCase(code)}`
}

/** Describes the refusals of a call, by status. */
export function describeRefusals(codes: ReadonlySet<RefusalCode>): Json {
  const byStatus = Object.groupBy(
    CODES.filter((code) => codes.has(code)),
    (code) => STATUS[code],
  )
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, group]) => [
      status,
      group.length === 1 && group[0] ? { $ref: sharedAddress(group[0]) } : describeRefusal(group),
    ]),
  )
}
