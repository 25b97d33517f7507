import { realTimers } from '../../../client/net/timers.ts'
import { ADMIT_EVERY, admissionDelay, findDueAdmissions } from '../../../client/room/door/due-admission.ts'
import { letIn } from '../../../client/room/door-commands.ts'
import { AUTOMATIC_ROTATION_EVERY, findDueRotation } from '../../../client/room/keys/due-rotation.ts'
import { rotatingOf } from '../../../client/room/keys/rotating-cipher.ts'
import { rotateFor, unlockAfterRotation } from '../../../client/room/keys/rotation-commands.ts'
import type { RoomModel } from '../../../client/room/room-model.ts'
import { type DueTask, makeDueTask } from './due-task.ts'

type Room = Pick<RoomModel, 'state' | 'cipher' | 'door' | 'runCommand' | 'getPublicKey'>

/** What a client does without being asked, as the page does it. */
export type HostTasks = DueTask

/** Makes the tasks of a room: keys rotate for whoever was removed, and who waits only for a key is let in. */
export function makeHostTasks(room: Room): HostTasks {
  const timers = realTimers
  const tasks = [
    makeDueTask({
      find: () => findDueRotation(room),
      run: () => rotateFor(findDueRotation(room), room),
      every: AUTOMATIC_ROTATION_EVERY,
      timers,
    }),
    makeDueTask({
      find: () => findDueAdmissions(room).join(' ') || null,
      run: () => letIn(room, findDueAdmissions(room)),
      every: ADMIT_EVERY,
      delay: () => admissionDelay(room.state),
      timers,
    }),
    // A rotation that was cut off has left the room locked.
    makeDueTask({
      find: () => (isManager(room) && rotatingOf(room.cipher())?.keys.hasLocked ? 'locked' : null),
      run: () => unlockAfterRotation(room),
      every: AUTOMATIC_ROTATION_EVERY,
      delay: () => AUTOMATIC_ROTATION_EVERY,
      timers,
    }),
  ]
  return {
    check() {
      for (const task of tasks) task.check()
    },
    stop() {
      for (const task of tasks) task.stop()
    },
  }
}

function isManager({ state }: Room): boolean {
  return state.me !== null && state.me.role !== 'participant'
}
