import type { Topic } from '../../protocol/call.ts'
import { CALLS } from '../../protocol/calls.ts'
import { QUERY_FORM_ROUTES, rewriteQueryForm } from '../../worker/routes/query-form.ts'
import { describeCall } from './describe-call.ts'
import { describeEvents } from './describe-events.ts'
import { ROOM_IN_QUERY } from './describe-parameters.ts'
import { describeRefusalSchemas, describeSharedRefusals } from './describe-refusals.ts'
import { DescribedSchemas, type Json, toPascalCase } from './describe-schemas.ts'

const TOPICS: Readonly<Record<Topic, string>> = {
  Rooms: 'A room: made, looked at, joined, left, changed and ended.',
  Participants: 'Those who have a seat, or wait for one at the door.',
  Messages: 'What is said, and what changes about it.',
  Files: 'Files, in chunks of octets.',
  Keys: 'The keys of a room of version 2, which rotate.',
  Connections: 'A WebSocket, or a stream of events where a network lets none through.',
  Accounts: 'A facilitator’s account and its sessions.',
  Plans: 'The rooms that a facilitator plans, and their transcripts.',
  Server: 'The server itself.',
}

const QUERY_FORM = 'Query form'

const DESCRIPTION = `Chat rooms that destroy themselves.

JSON in UTF-8 both ways. Times are Unix milliseconds, durations seconds. A body may have 64 KiB, and may be left out where all of it is optional; a field that is not known is refused. Nothing under \`/api/\` is cacheable.

A refusal is \`{"error": {"code", "message"}}\`, and each call lists the codes that it may be refused with. A client decides by the code. 429 and 503 carry \`Retry-After\` in seconds. A known address answers 405 \`method-not-allowed\` with \`Allow\` to another method, an unknown one 404 \`not-found\`. Every GET also answers HEAD, except the stream of events.

Cookies say who somebody is. A request that changes something, or opens a connection, is refused where it carries the \`Origin\` of another site.

\`docs/protocol.md\` of the source says all of it in order, and what the page of an encrypted room does beyond it. A later version may add fields to answers and codes to refusals: a client passes over what it does not know.`

/**
 * Describes the API in OpenAPI 3.1: every call of `CALLS`, the calls in query form, and the events of a socket.
 * @param version the version of the project
 */
export function describeApi(version: string): Json {
  const schemas = new DescribedSchemas()
  const paths: Record<string, Json> = {}
  const add = (method: string, path: string, operation: Json) => {
    const address = path.replace(/:(\w+)/g, '{$1}')
    paths[address] = { ...paths[address], [method.toLowerCase()]: operation }
  }
  for (const [route, call] of Object.entries(CALLS)) {
    const [method = '', path = ''] = route.split(' ')
    add(method, path, describeCall(route, call, schemas))
  }
  for (const { method, path } of QUERY_FORM_ROUTES) add(method, path, describeQueryForm(method, path, paths))

  const events = describeEvents(schemas)
  const refusals = describeRefusalSchemas(schemas)
  const responses = describeSharedRefusals(paths)
  const referred = schemas.listReferred({ paths, events, refusals })
  return {
    openapi: '3.1.1',
    info: {
      title: 'private-chat',
      version,
      summary: 'Self-destructing chat rooms.',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      ...Object.entries(TOPICS).map(([name, description]) => ({ name, description })),
      { name: QUERY_FORM, description: 'The same calls under earlier names, with the room in the query.' },
    ],
    paths,
    components: {
      schemas: { ...referred, ...events, ...refusals },
      responses,
      headers: HEADERS,
      securitySchemes: SECURITY_SCHEMES,
    },
  }
}

/** Describes a call under an earlier name, by the call that it stands for. */
function describeQueryForm(method: string, path: string, paths: Readonly<Record<string, Json>>): Json {
  const url = rewriteQueryForm(method, new URL(`http://any${path}?roomId=ROOM`))
  if (!(url instanceof URL)) throw new Error(`${method} ${path} stands for no call`)
  const meant = url.pathname.replace('/ROOM', '/{id}')
  const operation = paths[meant]?.[method.toLowerCase()] as Operation | undefined
  if (operation === undefined) throw new Error(`${method} ${path} stands for ${meant}, which is no call`)
  const { operationId, parameters, responses } = operation
  const namesRoom = meant !== url.pathname
  return {
    ...operation,
    operationId: `${operationId}By${toPascalCase(path.replace(/^\/api\//, '').replaceAll('/', '-'))}`,
    tags: [QUERY_FORM],
    description: `\`${method} ${meant}\` under an earlier name. Its cookies are scoped to that address: a client sends them itself.`,
    parameters: [
      ...(namesRoom ? [ROOM_IN_QUERY] : []),
      ...parameters.filter((parameter) => parameter.in !== 'path'),
    ],
    // Whoever forgets the room is told so.
    responses: { ...(namesRoom && { 400: { $ref: '#/components/responses/InvalidRequest' } }), ...responses },
  }
}

/** What is read of an operation again. */
interface Operation {
  [key: string]: unknown
  operationId: string
  parameters: Json[]
  responses: Json
}

const HEADERS: Json = {
  'Retry-After': {
    description: 'Whole seconds until it is worth trying again.',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  },
  Allow: {
    description: 'The methods that the address answers to.',
    required: true,
    schema: { type: 'string' },
    example: 'GET, HEAD',
  },
  Upgrade: { description: 'What to upgrade to.', schema: { const: 'websocket' } },
  Location: {
    description: 'The address of the room’s page.',
    required: true,
    schema: { type: 'string' },
    example: '/room/V1StGXR8_Z5jdHi6B-myT',
  },
}

const SECURITY_SCHEMES: Json = {
  token: {
    type: 'apiKey',
    in: 'cookie',
    name: 'x-auth-token',
    description: 'The token of a seat. It is scoped to the room’s own addresses.',
  },
  hostToken: {
    type: 'apiKey',
    in: 'cookie',
    name: 'x-host-token',
    description:
      'The token of who made the room. Joining moves it into `x-auth-token`, as `<token>~<host token>`.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'session',
    description: 'A facilitator’s session. On https it also comes as `__Host-session`.',
  },
  offer: {
    type: 'apiKey',
    in: 'header',
    name: 'Sec-WebSocket-Protocol',
    description:
      '`private-chat.join`, and a `JoinOffer` as base64url without padding: takes a seat with the upgrade.',
  },
}
