* SPDX-License-Identifier: MIT
* Sends a message from Visual FoxPro to the group "demo" of a Signalbox on this machine.
* Listen to it at http://localhost:5210/demo/

* 1. With the web socket class of West Wind Web Connection: only the base URL is new.
DO wwWebSockets
loSocket = CREATEOBJECT("wwWebSockets")
loSocket.cBaseUrl = "http://localhost:5210/"
loMsg = loSocket.CreateMessageObject()
loMsg.action = "chatmessage"
loMsg.message = "Hello from FoxPro at " + TIME()
loSocket.AddRecipient("demo", "group")
loSocket.BroadcastMessage(loMsg)

* 2. Without any library: one HTTP request. Windows has the object.
loHttp = CREATEOBJECT("WinHttp.WinHttpRequest.5.1")
loHttp.Open("POST", "http://localhost:5210/__broadcastWebSocket.wc", .F.)
loHttp.SetRequestHeader("Content-Type", "application/json; charset=utf-8")
loHttp.Send('{"action":"chatmessage","message":"Hello again","recipients":[{"type":"group","value":"demo"}]}')
? loHttp.Status, loHttp.ResponseText    && 200 {"id":"m18","recipients":3,"sent":3,"queued":0,"dropped":0}
