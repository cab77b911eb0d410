#!/bin/sh
# SPDX-License-Identifier: MIT
# Sends a message from a shell script to the group "demo" of a Signalbox.
# Listen to it at http://localhost:5210/demo/
#   sh curl-sender.sh [BASE_URL]
base_url=${1:-http://localhost:5210/}
curl --silent --show-error --fail-with-body --max-time 10 \
    --header 'Content-Type: application/json' \
    --data '{"action":"chatmessage","message":"Hello from curl","recipients":[{"type":"group","value":"demo"}]}' \
    "${base_url}__broadcastWebSocket.wc" # {"id":"m18","recipients":3,"sent":3,"queued":0,"dropped":0}
