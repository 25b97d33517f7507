import type { preJoinTexts as English } from '../en/pre-join.ts'

/** The texts of what a room asks before somebody joins, in Spanish. */
export const preJoinTexts: typeof English = {
  passwordTitle: 'Esta sala pide una contraseña',
  passwordText: 'La persona que te envió el enlace la sabe.',
  passwordWrong: 'Esa no es la contraseña. Revisa las mayúsculas e inténtalo de nuevo.',
  passwordMissing: 'Escribe primero la contraseña.',
  enter: 'Entrar',
  nameTitle: 'Ese nombre está ocupado',
  nameText: (taken) =>
    `“${taken}” está ocupado en esta sala: alguien tiene este nombre, o lo tenía cuando dijo algo. Un nombre queda con lo que se dijo, aunque fueras tú. Elige otro nombre y entra.`,
  nameTaken: 'Este nombre está ocupado.',
  nameRefusedTitle: 'Ese nombre no se puede usar aquí',
  nameRefused: (name) =>
    `“${name}” se parece a un rol, a “Tú” o al nombre de este sitio. Elige otro nombre y entra.`,
  nameFaulty: (fault) => `Tu nombre fue rechazado. ${fault} Elige otro y entra.`,
  nameStill: 'Este nombre no se puede usar aquí.',
  greetingTitle: 'Antes de entrar',
  greetingText: (isEncrypted) =>
    isEncrypted
      ? 'Lo que se dice en esta sala se conserva. Cada persona elige el nombre que usa aquí.'
      : 'Esta sala no está cifrada, y lo que se dice en ella se conserva. Cada persona elige el nombre que usa aquí.',
  knockText: 'Da un nombre y toca a la puerta: un anfitrión de la sala te dejará entrar.',
  knock: 'Tocar a la puerta',
  fromJoin: 'Quien llega después no puede leer lo que se dijo antes: ves lo que se dice desde ahora.',
  greetingHint: 'Los demás ven este nombre. No tiene que ser el verdadero.',
  ownGreeting: (isEncrypted) =>
    isEncrypted
      ? 'Esta sala es tuya y está cifrada: puedes leer lo que se dice en ella, y quien administra este sitio no puede. Aquí tus invitados ven esto y eligen un nombre.'
      : 'Esta sala es tuya y no está cifrada: puedes leer lo que se dice en ella, y también quien administra este sitio. Aquí tus invitados ven esto y eligen un nombre.',
  ownWait:
    'Esta sala es tuya y aún no está abierta. Tus invitados esperan aquí hasta que abra. Puedes abrirla ahora.',
  openNow: 'Abrir ahora',
  ownRooms: 'Ir a tus salas',
  waitTitle: 'Esta sala aún no está abierta',
  waitText: 'Llegas antes de tiempo. Deja esta página abierta: entrarás cuando la sala abra.',
  lobby: 'Ir al inicio',
  waitTimer: 'Tiempo hasta que abra',
  waitPassword: 'Necesitarás una contraseña.',
  opensAt: (time) => `Abre: ${time}.`,
}
