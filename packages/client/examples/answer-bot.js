// Answers whoever asks: PRIVATE_CHAT_LINK=… node answer-bot.js
import { joinRoom } from 'private-chat-client'

const ANSWERS = {
  __proto__: null,
  '!help': () => 'Ask me for !time or !left.',
  '!time': () => `It is ${new Date().toISOString()}.`,
  '!left': (room) => `The room ends at ${new Date(room.room.expiresAt).toISOString()}.`,
}

const { value: room, refusal } = await joinRoom({ link: process.env.PRIVATE_CHAT_LINK, alias: 'Answer bot' })
if (refusal) throw new Error(refusal.message)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => room.leave())
const { serverTime: cameAt } = room.room

for await (const { event, data } of room) {
  // What was asked before it came was asked of somebody else.
  if (event !== 'chat.message' || data.timestamp < cameAt) continue
  const answer = ANSWERS[data.text.trim()]?.(room)
  if (answer && !data.mine) await room.send(answer, { replyTo: data.seq })
}
