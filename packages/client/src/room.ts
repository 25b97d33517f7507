/** A room as anyone with its link may see it. Instants are Unix milliseconds by the server's clock. */
export interface Room {
  roomId: string
  state: 'scheduled' | 'open' | 'closed'
  /** Of a facilitator's room. */
  title: string | null
  /** Seats at most; null for no limit. */
  capacity: number | null
  /** Participants with a connection. */
  present: number
  /** Participants with a seat, connected or not. */
  seats: number
  passwordRequired: boolean
  admissionRequired: boolean
  encryption: 'none' | 'e2ee'
  /** `sliding`: every message sets the time left back to `lifetime`. */
  expiry: 'fixed' | 'sliding'
  /** Seconds. */
  lifetime: number
  destroyBy: 'anyone' | 'host'
  /** Whether nobody else may come in. */
  locked: boolean
  /** `second`: its life begins when a second participant is here. */
  starts: 'now' | 'second'
  /** When its life began; null while it waits for a second participant. */
  startedAt: number | null
  /** `knock`: whoever comes waits until a host lets them in. */
  door: 'open' | 'knock'
  /** `from-join`: somebody who comes later reads nothing older. */
  history: 'all' | 'from-join'
  files: boolean
  /** Whether only hosts and facilitators may speak. */
  quiet: boolean
  /** Seconds between two messages of one participant. */
  slow: number
  /** The `seq` of the message that stands on top. */
  pinned: number | null
  /** The version of the keys of an encrypted room: 2 where they rotate. */
  keys: 1 | 2
  /** Where keys rotate: the epoch that the room is in. */
  epoch?: number | undefined
  /** Where keys rotate: whether somebody can come in by an invite link. */
  invitable?: boolean | undefined
  /** Where keys rotate: whether somebody was removed since the last rotation. */
  rotationDue?: boolean | undefined
  /** Where a deployment says so: everything of the room is kept in the European Union. */
  jurisdiction?: 'eu' | undefined
  createdAt: number
  opensAt: number
  expiresAt: number
  serverTime: number
  /** Of a facilitator's room: when it closes. */
  closesAt?: number | undefined
  /** Of a facilitator's room: for how many seconds from then on its facilitator can read it. */
  retainFor?: number | undefined
}

/** What a room is created with. Everything but the server may be left out. */
export interface CreateRoomOptions {
  /** Where the deployment is, such as `https://chat.example`. */
  server: string
  /** Seats, 2 to 100000, or null for no limit; 2 unless given. */
  capacity?: number | null
  /** Seconds that the room lives, 10 to 86400; 600 unless given. */
  lifetime?: number
  /** `sliding`: every message sets the time left back to `lifetime`; `fixed` unless given. */
  expiry?: 'fixed' | 'sliding'
  /** `second`: its life begins when a second participant is here; `now` unless given. */
  starts?: 'now' | 'second'
  /** Seconds that a room waits for a second participant, with `starts: 'second'`. */
  waitFor?: number
  /** `knock`: whoever comes waits until a host lets them in; `open` unless given. */
  door?: 'open' | 'knock'
  /** `from-join`: somebody who comes later reads nothing older; `all` unless given. */
  history?: 'all' | 'from-join'
  /** Whether files may be sent; true unless given. */
  files?: boolean
  /** Who may destroy it; `anyone` in a room for two and `host` in others unless given. */
  destroyBy?: 'anyone' | 'host'
  /** 4 to 128 characters. In an encrypted room it is never sent. */
  password?: string
  /** `e2ee` unless given: the server can't read what is said. */
  encryption?: 'none' | 'e2ee'
}

/** What a host may change of a room. */
export interface RoomChange {
  locked?: boolean
  /** The new end, Unix milliseconds by the server's clock. */
  closesAt?: number
  door?: 'open' | 'knock'
  files?: boolean
  /** Whether only hosts and facilitators may speak. */
  quiet?: boolean
  /** Seconds between two messages of one participant, 0 to 300. */
  slow?: number
  /** The `seq` of the message that stands on top; null for none. */
  pinned?: number | null
}
