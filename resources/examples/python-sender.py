# SPDX-License-Identifier: MIT
"""Sends a message from Python, with nothing but its library, to the group "demo" of a Signalbox.

Listen to it at http://localhost:5210/demo/
    python3 python-sender.py [BASE_URL]
"""

import json
import sys
import urllib.error
import urllib.request

base_url = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:5210/"
envelope = {
    "action": "chatmessage",
    "message": "Hello from Python",
    "recipients": [{"type": "group", "value": "demo"}],
}
request = urllib.request.Request(base_url + "__broadcastWebSocket.wc", json.dumps(envelope).encode(),
                                 {"Content-Type": "application/json"})
try:
    with urllib.request.urlopen(request, timeout=10) as response:
        receipt = json.load(response)  # {"id": "m18", "recipients": 3, "sent": 3, "queued": 0, "dropped": 0}
except urllib.error.HTTPError as refusal:  # {"error":{"code":"envelope.missing_action","reason":"…"}}
    sys.exit(refusal.read().decode())
except urllib.error.URLError as failure:
    sys.exit(f"the broker cannot be reached: {failure.reason}")
print("reached", receipt["recipients"], "clients", receipt.get("hint", ""))
