export { roomServer, type Actor, type AnyHandler, type Download, type HandlerReply, type HandlerRequest, type Handlers, type Held, type Incoming, type Placed, type Places, type RequestContext, type RoomServer } from './room.ts'
export { createApp, type AppOptions } from './app.ts'
export { presentAt } from './moment.ts'
export { exampleOf } from './pages/example.ts'
