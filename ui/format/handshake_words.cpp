// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/handshake_words.h"

#include "ui/format/plain.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>

#include <algorithm>
#include <array>

namespace signalbox::ui {

namespace {

struct HandshakeWords {
    Q_DECLARE_TR_FUNCTIONS(HandshakeWords)
};

struct Sentence {
    const char* name; ///< of a header field in lower case, or the beginning of an error code
    const char* text; ///< marked for translation
};

constexpr std::array requestSentences{
    Sentence{"host",
             QT_TRANSLATE_NOOP("HandshakeWords", "The name that the client called; checked against DNS "
                                                 "rebinding (RFC 9110 §7.2).")},
    Sentence{"upgrade", QT_TRANSLATE_NOOP("HandshakeWords", "Asks to speak WebSocket from here on "
                                                            "(RFC 6455 §4.1).")},
    Sentence{"connection",
             QT_TRANSLATE_NOOP("HandshakeWords", "Must name Upgrade; a proxy that removes it ends "
                                                 "the handshake (RFC 6455 §4.1).")},
    Sentence{"sec-websocket-key",
             QT_TRANSLATE_NOOP("HandshakeWords",
                               "16 random bytes in base64, which the answer must prove to have "
                               "read. No secret (RFC 6455 §4.1).")},
    Sentence{
        "sec-websocket-version",
        QT_TRANSLATE_NOOP("HandshakeWords", "The version of the protocol: 13 is that of RFC 6455 (§4.1).")},
    Sentence{"sec-websocket-protocol",
             QT_TRANSLATE_NOOP("HandshakeWords", "Subprotocols that the client can speak, the best first "
                                                 "(RFC 6455 §1.9).")},
    Sentence{"sec-websocket-extensions",
             QT_TRANSLATE_NOOP("HandshakeWords", "Extensions that the client offers, such as compression "
                                                 "(RFC 6455 §9.1).")},
    Sentence{"origin",
             QT_TRANSLATE_NOOP("HandshakeWords", "The site of the page that connects. A browser sets it, "
                                                 "no page can (RFC 6455 §10.2).")},
    Sentence{"cookie",
             QT_TRANSLATE_NOOP("HandshakeWords", "What the browser keeps for this host. A page of another "
                                                 "site sends it too: it proves nothing.")},
    Sentence{"authorization",
             QT_TRANSLATE_NOOP("HandshakeWords", "A credential. Pages cannot set it for a WebSocket.")},
    Sentence{"user-agent",
             QT_TRANSLATE_NOOP("HandshakeWords", "The program that connects, as it calls itself.")},
    Sentence{"accept-encoding",
             QT_TRANSLATE_NOOP("HandshakeWords", "Compression of HTTP bodies; no matter for "
                                                 "WebSocket messages.")},
    Sentence{"accept-language",
             QT_TRANSLATE_NOOP("HandshakeWords", "The languages of the user; no matter here.")},
    Sentence{"cache-control", QT_TRANSLATE_NOOP("HandshakeWords", "Asks caches to stay out of it.")},
    Sentence{"pragma", QT_TRANSLATE_NOOP("HandshakeWords", "The old word for Cache-Control.")},
    Sentence{"x-forwarded-for", QT_TRANSLATE_NOOP("HandshakeWords", "Whom a proxy says it speaks for.")},
    Sentence{"sec-fetch-site",
             QT_TRANSLATE_NOOP("HandshakeWords", "How the page's site relates to this host, "
                                                 "says the browser.")},
};

constexpr std::array answerSentences{
    Sentence{"upgrade",
             QT_TRANSLATE_NOOP("HandshakeWords", "Agreed: WebSocket from here on (RFC 6455 §4.2.2).")},
    Sentence{"connection",
             QT_TRANSLATE_NOOP("HandshakeWords", "Upgrade switches the protocol; close ends the "
                                                 "connection after the answer (RFC 6455 §4.2.2).")},
    Sentence{"sec-websocket-protocol",
             QT_TRANSLATE_NOOP("HandshakeWords", "The one subprotocol that was chosen (RFC 6455 §4.2.2).")},
    Sentence{"sec-websocket-extensions",
             QT_TRANSLATE_NOOP("HandshakeWords", "The extensions that were agreed on (RFC 6455 §9.1).")},
    Sentence{"sec-websocket-version",
             QT_TRANSLATE_NOOP("HandshakeWords", "The versions that the server speaks (RFC 6455 §4.4).")},
    Sentence{"content-type", QT_TRANSLATE_NOOP("HandshakeWords", "What the body is.")},
    Sentence{"content-length", QT_TRANSLATE_NOOP("HandshakeWords", "The size of the body, in bytes.")},
    Sentence{"server", QT_TRANSLATE_NOOP("HandshakeWords", "The program that answers, as it calls itself.")},
    Sentence{"date", QT_TRANSLATE_NOOP("HandshakeWords", "When the answer was made.")},
    Sentence{"vary", QT_TRANSLATE_NOOP("HandshakeWords", "Tells caches what the answer depends on.")},
    Sentence{"cache-control", QT_TRANSLATE_NOOP("HandshakeWords", "Tells caches not to keep the answer.")},
    Sentence{"access-control-allow-origin",
             QT_TRANSLATE_NOOP("HandshakeWords", "The site whose pages may read the answer.")},
    Sentence{"allow", QT_TRANSLATE_NOOP("HandshakeWords", "The methods that this path takes.")},
};

// The most special first.
constexpr std::array refusalSentences{
    Sentence{"http.origin_refused",
             QT_TRANSLATE_NOOP("HandshakeWords",
                               "A page of this site tried to connect. If it is yours, allow it "
                               "here, or list it in http.allowed_origins.")},
    Sentence{"http.origin_required",
             QT_TRANSLATE_NOOP("HandshakeWords",
                               "A program without an Origin header came from another machine. Let "
                               "it send one that is allowed, or a token.")},
    Sentence{
        "http.duplicate_origin",
        QT_TRANSLATE_NOOP("HandshakeWords", "No browser does this: look at the program, or at a proxy.")},
    Sentence{"http.host_refused",
             QT_TRANSLATE_NOOP("HandshakeWords",
                               "The client called this machine by a name that is not allowed. If "
                               "the name is yours, list it in http.allowed_hosts.")},
    Sentence{"http.not_found",
             QT_TRANSLATE_NOOP("HandshakeWords", "Change the path in the client's URL: it connects at /ws.")},
    Sentence{"http.too_many_clients",
             QT_TRANSLATE_NOOP("HandshakeWords", "Disconnect clients, or raise limits.max_clients.")},
    Sentence{"http.shutting_down", QT_TRANSLATE_NOOP("HandshakeWords", "Start the broker again.")},
    Sentence{"http.timeout",
             QT_TRANSLATE_NOOP("HandshakeWords", "The request came too slowly, or was not finished. "
                                                 "Is it a client that speaks first?")},
    Sentence{"http.unsupported_version",
             QT_TRANSLATE_NOOP("HandshakeWords",
                               "Let the client, or the proxy before the broker, speak HTTP/1.1.")},
    Sentence{"http.bad_request_line",
             QT_TRANSLATE_NOOP("HandshakeWords", "Does the client use wss:// where ws:// is spoken?")},
    Sentence{"handshake.upgrade_header",
             QT_TRANSLATE_NOOP("HandshakeWords", "A proxy on the way must pass on Upgrade and Connection.")},
    Sentence{"handshake.connection_header",
             QT_TRANSLATE_NOOP("HandshakeWords", "A proxy on the way must pass on Upgrade and Connection.")},
    Sentence{"handshake.version",
             QT_TRANSLATE_NOOP("HandshakeWords", "The client is too old: let it speak version 13.")},
    Sentence{"handshake.",
             QT_TRANSLATE_NOOP("HandshakeWords", "The client's handshake breaks RFC 6455 §4.1: mend "
                                                 "the client; libraries do this right.")},
    Sentence{"user.", QT_TRANSLATE_NOOP("HandshakeWords", "Change userId in the client's URL.")},
    Sentence{"group.", QT_TRANSLATE_NOOP("HandshakeWords", "Change groupId in the client's URL.")},
    Sentence{"tag.", QT_TRANSLATE_NOOP("HandshakeWords", "Change the tags in the client's URL.")},
    Sentence{
        "webhook.timeout",
        QT_TRANSLATE_NOOP("HandshakeWords", "The application is too slow, or webhook.timeout too short.")},
    Sentence{"webhook.not_reached",
             QT_TRANSLATE_NOOP("HandshakeWords", "Is the application running, and webhook.url right?")},
    Sentence{"webhook.refused",
             QT_TRANSLATE_NOOP("HandshakeWords",
                               "The application does not want this message: its answer may say why.")},
    Sentence{"webhook.failed",
             QT_TRANSLATE_NOOP("HandshakeWords", "The application has a fault: its answer may say which.")},
    Sentence{"webhook.redirected",
             QT_TRANSLATE_NOOP("HandshakeWords", "Put the final address into webhook.url.")},
    Sentence{
        "webhook.tls_failed",
        QT_TRANSLATE_NOOP("HandshakeWords", "Is the application's certificate valid, and for this name?")},
    Sentence{"webhook.not_http",
             QT_TRANSLATE_NOOP("HandshakeWords", "Does webhook.url name the port of a web server?")},
    Sentence{"webhook.stopped",
             QT_TRANSLATE_NOOP("HandshakeWords", "shutdown.drain_timeout says how long the broker waits.")},
    Sentence{"webhook.",
             QT_TRANSLATE_NOOP("HandshakeWords", "Calls come faster than the application takes them: it must "
                                                 "become faster, or raise webhook.max_queue.")},
    Sentence{"http.",
             QT_TRANSLATE_NOOP("HandshakeWords", "The request breaks HTTP, or a limit of the settings: see "
                                                 "the manual's list of codes.")},
};

/// Translated in the context of its own.
QString translated(const char* text)
{
    return HandshakeWords::tr(text);
}

template <size_t Size>
QString sentenceFor(const std::array<Sentence, Size>& sentences, const QByteArray& name)
{
    const auto found = std::find_if(sentences.begin(), sentences.end(),
                                    [&name](const Sentence& sentence) { return name == sentence.name; });
    return found == sentences.end() ? QString() : translated(found->text);
}

} // namespace

QString headerSentence(QByteArrayView name, QByteArrayView value, HandshakePart part)
{
    const QByteArray lower = name.toByteArray().toLower();
    if (lower == "origin" && value.trimmed() == "null") {
        return HandshakeWords::tr("A page without a site of its own: a file, or a frame in a sandbox "
                                  "(RFC 6454 §7.3).");
    }
    return part == HandshakePart::Request ? sentenceFor(requestSentences, lower)
                                          : sentenceFor(answerSentences, lower);
}

QByteArray acceptFor(QByteArrayView key)
{
    static constexpr QByteArrayView suffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455 §1.3
    return QCryptographicHash::hash(key.toByteArray() + suffix.toByteArray(), QCryptographicHash::Sha1)
        .toBase64();
}

QString acceptSentence(QByteArrayView key, QByteArrayView accept)
{
    if (key.isEmpty()) {
        return HandshakeWords::tr("There is no key that it could answer (RFC 6455 §4.2.2).");
    }
    const QByteArray expected = acceptFor(key);
    return accept == expected
               ? HandshakeWords::tr("✓ matches the key: SHA-1 of the key and a fixed text, in base64 "
                                    "(RFC 6455 §4.2.2).")
               : HandshakeWords::tr("✕ does not match the key, which wants %1 (RFC 6455 §4.2.2).")
                     .arg(plainPayload(expected));
}

QString refusalAdvice(QByteArrayView code)
{
    for (const Sentence& sentence : refusalSentences) {
        const QByteArrayView prefix(sentence.name);
        if (prefix.endsWith('.') ? code.startsWith(prefix) : code == prefix) {
            return translated(sentence.text);
        }
    }
    return {};
}

} // namespace signalbox::ui
