<?php
// SPDX-License-Identifier: MIT
// Sends a message from PHP, without any extension, to the group "demo" of a Signalbox.
// Listen to it at http://localhost:5210/demo/
//     php php-sender.php [BASE_URL]
declare(strict_types=1);

$baseUrl = $argv[1] ?? 'http://localhost:5210/';
$envelope = [
    'action' => 'chatmessage',
    'message' => 'Hello from PHP',
    'recipients' => [['type' => 'group', 'value' => 'demo']],
];
$context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => 'Content-Type: application/json',
    'content' => json_encode($envelope, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE),
    'timeout' => 10,
    'ignore_errors' => true, // a refusal has a body that says why
]]);
$answer = @file_get_contents($baseUrl . '__broadcastWebSocket.wc', false, $context);
if ($answer === false) {
    fwrite(STDERR, "the broker cannot be reached\n");
    exit(1);
}
$receipt = json_decode($answer, true); // {"id":"m18","recipients":3,"sent":3,"queued":0,"dropped":0}
if (isset($receipt['error'])) {
    fwrite(STDERR, "$answer\n");
    exit(1);
}
echo 'reached ', $receipt['recipients'], ' clients ', $receipt['hint'] ?? '', "\n";
