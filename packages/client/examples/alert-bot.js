// Posts what goes wrong: tail -F service.log | PRIVATE_CHAT_LINK=… node alert-bot.js
import { createInterface } from 'node:readline'
import { joinRoom } from 'private-chat-client'

const ALARMING = /\b(error|fatal|panic)\b/i

const { value: room, refusal } = await joinRoom({ link: process.env.PRIVATE_CHAT_LINK, alias: 'Alerts' })
if (refusal) throw new Error(refusal.message)
room.on('status', ({ status }) => status === 'over' && process.stdin.destroy())
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.stdin.destroy())

for await (const line of createInterface({ input: process.stdin })) {
  if (!ALARMING.test(line)) continue
  // It resolves once the alert is stored, and waits over a lost line.
  const { refusal } = await room.send(line)
  if (refusal) process.stderr.write(`An alert was not stored: ${refusal.message}\n`)
}
await room.leave()
