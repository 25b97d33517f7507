// A program that imports this has a fault whenever it is sent SIGUSR2.

process.on('SIGUSR2', () => {
  throw new Error('secret: what was said may stand in here')
})
