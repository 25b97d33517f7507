// Hands out the questions of a workshop, a line each, when a host says "next":
// PRIVATE_CHAT_LINK=… node workshop-bot.js questions.txt
import { readFileSync } from 'node:fs'
import { joinRoom } from 'private-chat-client'

const lines = readFileSync(process.argv[2] ?? 'questions.txt', 'utf8').split('\n')
const questions = lines.map((line) => line.trim()).filter(Boolean)

const { value: room, refusal } = await joinRoom({ link: process.env.PRIVATE_CHAT_LINK, alias: 'Workshop' })
if (refusal) throw new Error(refusal.message)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => room.leave())
const { serverTime: cameAt } = room.room
await room.send(`${questions.length} questions. A host says "next" for the first.`)

for await (const { event, data } of room) {
  // What was said before it came was said to somebody else.
  if (event !== 'chat.message' || data.timestamp < cameAt) continue
  if (data.text.trim().toLowerCase() !== 'next') continue
  const speaker = room.participants.find(({ participantId }) => participantId === data.participantId)
  if (!speaker || speaker.role === 'participant') continue
  await room.send(questions.shift() ?? 'That was the last question.')
}
