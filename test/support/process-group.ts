/**
 * Runs a command as the head of a process group of its own, and ends the whole group when that command ends
 * or when the process that started it is gone, however it ended: the kernel closes the pipe that is our stdin, also after a
 * SIGKILL. So no server outlives the test run that started it.
 */

import { spawn } from 'node:child_process'

const endGroup = () => process.kill(-process.pid, 'SIGKILL')

process.stdin.on('close', endGroup).on('error', endGroup).resume()

const [command = '', ...rest] = process.argv.slice(2)
spawn(command, rest, { stdio: ['ignore', 'inherit', 'inherit'] }).on('exit', endGroup)
