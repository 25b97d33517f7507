import * as z from 'zod'
import { type Call, COOKIES_OF } from '../../protocol/call.ts'
import { refusalsOf } from '../../protocol/calls.ts'
import { FILE_CHUNK } from '../../protocol/file-limits.ts'
import { describeSocket } from './describe-events.ts'
import { describeParameter, describeQuery, LAST_EVENT_ID } from './describe-parameters.ts'
import { describeRefusals } from './describe-refusals.ts'
import { type DescribedSchemas, type Json, schemaAddress } from './describe-schemas.ts'

/** The security schemes, by the cookie that each of them is. */
const SCHEMES: Readonly<Record<string, string>> = {
  'x-auth-token': 'token',
  'x-host-token': 'hostToken',
  session: 'session',
}

/** Describes by what somebody may make a call: any of these is enough. */
function describeSecurity({ access, answers }: Call): Json[] {
  const cookies = COOKIES_OF[access].map((name) => ({ [SCHEMES[name] ?? name]: [] }))
  if (access === 'visitor') return [{}, ...cookies]
  return 101 in answers ? [...cookies, { offer: [] }] : cookies
}

/**
 * Describes a call as an operation.
 * @param route its method and path
 */
export function describeCall(route: string, call: Call, schemas: DescribedSchemas): Json {
  const { id, topic, summary, details, query, body } = call
  const names = [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  return {
    operationId: id,
    tags: [topic],
    summary,
    ...(details && { description: details }),
    security: describeSecurity(call),
    parameters: [
      ...names.map((name) => describeParameter(name)),
      ...(query ? describeQuery(query, schemas) : []),
      ...(call.media?.includes('text/event-stream') ? [LAST_EVENT_ID] : []),
    ],
    ...(body && body !== 'empty' && { requestBody: describeBody(call, schemas) }),
    responses: { ...describeAnswers(call, schemas), ...describeRefusals(refusalsOf(route, call)) },
    ...(101 in call.answers && describeSocket()),
  }
}

function describeBody({ body, example }: Call, schemas: DescribedSchemas): Json {
  if (body === 'octets') {
    const schema = { type: 'string', format: 'binary' }
    return {
      required: true,
      description: `Octets, ${FILE_CHUNK.plain + FILE_CHUNK.added} of them at most, whatever the \`Content-Type\`.`,
      content: { 'application/octet-stream': { schema } },
    }
  }
  if (!(body instanceof z.ZodType)) throw new Error('a call without a body has none to describe')
  return {
    // A body that is missing counts as `{}`.
    required: !body.safeParse({}).success,
    content: { 'application/json': { schema: schemas.refer(body), ...(example && { example }) } },
  }
}

function describeAnswers(call: Call, schemas: DescribedSchemas): Json {
  return Object.fromEntries(
    Object.entries(call.answers).map(([status, schema]) => [status, describeAnswer(call, schema, schemas)]),
  )
}

function describeAnswer(call: Call, schema: z.ZodType | null, schemas: DescribedSchemas): Json {
  const { media = ['application/json'], cookies = [], hasLocation } = call
  const headers = {
    ...(hasLocation && { Location: { $ref: '#/components/headers/Location' } }),
    ...(cookies.length > 0 && {
      'Set-Cookie': {
        description: `Sets or clears ${cookies.map((name) => `\`${name}\``).join(' and ')}.`,
        schema: { type: 'string' },
      },
    }),
  }
  const contentOf = (type: string): Json => {
    if (schema !== null && type === 'application/json') return { schema: schemas.refer(schema) }
    if (type !== 'text/event-stream') return { schema: { type: 'string' } }
    return { schema: { type: 'string' }, 'x-event-data': { $ref: schemaAddress('RoomFrame') } }
  }
  return {
    description: schema === null ? describeEmpty(call) : schemas.resolve(schema).description,
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(schema !== null && { content: Object.fromEntries(media.map((type) => [type, contentOf(type)])) }),
  }
}

function describeEmpty({ answers }: Call): string {
  return 101 in answers ? 'The connection is a WebSocket from now on.' : 'It is done.'
}
