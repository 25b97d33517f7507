import { expect, test } from 'vitest'
import { DeliveryPosition } from './delivery-position.ts'
import { HeldAnswers } from './held-answers.ts'

test('an answer runs once the messages before it are delivered, and no answer overtakes another', () => {
  const position = new DeliveryPosition()
  const heldAnswers = new HeldAnswers(position)
  const ran: string[] = []
  const hold = (afterSeq: number, name: string) => heldAnswers.runAfterSeq(afterSeq, () => ran.push(name))
  position.raiseSeq(1)
  hold(1, 'at once')
  expect(ran).toEqual(['at once'])
  hold(3, 'after 3')
  hold(1, 'behind it')
  expect(ran).toEqual(['at once'])
  position.raiseSeq(2)
  heldAnswers.releaseAnswers()
  expect(ran).toEqual(['at once'])
  position.raiseSeq(3)
  heldAnswers.releaseAnswers()
  expect(ran).toEqual(['at once', 'after 3', 'behind it'])
})
