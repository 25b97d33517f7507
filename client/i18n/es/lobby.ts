import type { lobbyTexts as English } from '../en/lobby.ts'
import { formatCount, formatDuration } from '../index.ts'

/** The texts of the lobby, in Spanish. */
export const lobbyTexts: typeof English = {
  page: 'private-chat · salas que se queman solas',
  headline: 'Palabras que no se quedan',
  lead: 'Abre una sala, comparte su enlace, conversa. Cuando la mecha se consume, la sala desaparece, con cada palabra.',
  nameHint: 'Lo que ven los demás. Se guarda solo en este dispositivo.',
  anotherName: 'Otro nombre',
  create: 'Crear sala',
  creating: 'Creando tu sala…',
  notIn: 'Tu sala está lista, pero aún no estás en ella: no se pudo conectar.',
  options: 'Opciones',
  summary: (who, seconds, { sliding, hasPassword, knock }) =>
    `${who}, ${formatDuration(seconds)}${sliding ? ' tras la última palabra' : ''}${hasPassword ? ', con contraseña' : ''}${knock ? ', hay que tocar a la puerta' : ''}`,
  whoTwo: 'Dos personas',
  whoAnyone: 'Cualquiera con el enlace',
  upTo: (count) => `Hasta ${formatCount(count, { one: 'persona', other: 'personas' })}`,
  promises: [
    'Sin cuenta, sin rastreo, sin otros sitios de por medio.',
    'Cualquiera con el enlace puede entrar mientras haya lugar, hasta que cambies o cierres el enlace.',
    'Una sala que creas aquí se cifra en tu navegador, nombres incluidos, y al final se elimina del servidor.',
  ],
  unreachable: 'No se pudo conectar con el servidor. Revisa tu conexión e inténtalo de nuevo.',
  haveLink: '¿Tienes un enlace?',
  privacy: 'Qué es privado y qué no',
  facilitators: 'Para quien organiza grupos',
}
