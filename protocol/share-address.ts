/**
 * Where a system sends what is shared to the installed app: the service worker takes it there, on the device. What comes to the
 * server is not looked at.
 */
export const SHARE_ADDRESS = '/share'
