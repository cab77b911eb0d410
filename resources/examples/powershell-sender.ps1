# SPDX-License-Identifier: MIT
# Sends a message from PowerShell to the group "demo" of a Signalbox. Listen to it at http://localhost:5210/demo/
#     powershell -File powershell-sender.ps1 [BASE_URL]
# Untested: no test of Signalbox runs this file.
param([string]$BaseUrl = 'http://localhost:5210/')
$ErrorActionPreference = 'Stop'

$envelope = @{
    action     = 'chatmessage'
    message    = 'Hello from PowerShell'
    recipients = @(@{ type = 'group'; value = 'demo' })
} | ConvertTo-Json -Depth 5 -Compress

# As bytes: Windows PowerShell 5 would send a string as ISO-8859-1.
$receipt = Invoke-RestMethod -Method Post -Uri ($BaseUrl + '__broadcastWebSocket.wc') -TimeoutSec 10 `
    -ContentType 'application/json; charset=utf-8' -Body ([Text.Encoding]::UTF8.GetBytes($envelope))
"reached $($receipt.recipients) clients $($receipt.hint)"
