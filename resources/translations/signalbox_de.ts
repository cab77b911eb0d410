<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ActWords</name>
    <message>
        <source>disconnect all clients without a group with %1, &quot;%2&quot;</source>
        <translation>alle Clients ohne Gruppe mit %1 trennen, „%2“</translation>
    </message>
    <message>
        <source>disconnect all clients without a group with %1</source>
        <translation>alle Clients ohne Gruppe mit %1 trennen</translation>
    </message>
    <message>
        <source>disconnect all clients of group %1 with %2, &quot;%3&quot;</source>
        <translation>alle Clients der Gruppe %1 mit %2 trennen, „%3“</translation>
    </message>
    <message>
        <source>disconnect all clients of group %1 with %2</source>
        <translation>alle Clients der Gruppe %1 mit %2 trennen</translation>
    </message>
    <message>
        <source>disconnect %1 with %2, &quot;%3&quot;</source>
        <translation>%1 mit %2 trennen, „%3“</translation>
    </message>
    <message>
        <source>disconnect %1 with %2</source>
        <translation>%1 mit %2 trennen</translation>
    </message>
    <message>
        <source>put %1 into group %2</source>
        <translation>%1 in die Gruppe %2 aufnehmen</translation>
    </message>
    <message>
        <source>take %1 out of group %2</source>
        <translation>%1 aus der Gruppe %2 nehmen</translation>
    </message>
    <message>
        <source>remove group %1</source>
        <translation>Gruppe %1 entfernen</translation>
    </message>
    <message>
        <source>mute %1 until %2</source>
        <translation>%1 bis %2 stummschalten</translation>
    </message>
    <message>
        <source>mute %1</source>
        <translation>%1 stummschalten</translation>
    </message>
    <message>
        <source>unmute %1</source>
        <translation>Stummschaltung von %1 aufheben</translation>
    </message>
    <message>
        <source>allow %1 always</source>
        <translation>%1 immer erlauben</translation>
    </message>
    <message>
        <source>allow %1 until the broker stops</source>
        <translation>%1 erlauben, bis der Broker endet</translation>
    </message>
    <message>
        <source>connect %1 test clients &quot;%2&quot; in group %3</source>
        <translation>%1 Test-Clients „%2“ in der Gruppe %3 verbinden</translation>
    </message>
    <message>
        <source>connect %1 test clients &quot;%2&quot;</source>
        <translation>%1 Test-Clients „%2“ verbinden</translation>
    </message>
    <message>
        <source>disconnect the test clients</source>
        <translation>die Test-Clients trennen</translation>
    </message>
    <message>
        <source>start listening</source>
        <translation>auf Verbindungen warten</translation>
    </message>
    <message>
        <source>stop listening</source>
        <translation>nicht mehr auf Verbindungen warten</translation>
    </message>
    <message>
        <source>, over the control API</source>
        <translation>, über die Steuer-API</translation>
    </message>
    <message>
        <source>give %1 the tag %2</source>
        <translation>%1 das Tag %2 geben</translation>
    </message>
    <message>
        <source>take from %1 the tag %2</source>
        <translation>%1 das Tag %2 nehmen</translation>
    </message>
    <message>
        <source>attach a console from %1</source>
        <translation>eine Konsole auf %1 verbinden</translation>
    </message>
    <message>
        <source>detach the console from %1</source>
        <translation>die Konsole auf %1 trennen</translation>
    </message>
    <message>
        <source>enable service %1</source>
        <translation>Dienst %1 einschalten</translation>
    </message>
    <message>
        <source>disable service %1</source>
        <translation>Dienst %1 ausschalten</translation>
    </message>
    <message>
        <source>reload service %1</source>
        <translation>Dienst %1 neu laden</translation>
    </message>
    <message>
        <source>add the example service %1</source>
        <translation>Beispieldienst %1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>ClientCard</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>Unterprotokoll</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>%1 (%2 ignored: a client of this dialect may not send)</source>
        <translation>%1 (%2 ignoriert: ein Client dieses Dialekts darf nicht senden)</translation>
    </message>
    <message>
        <source>PersistentId</source>
        <translation>PersistentId</translation>
    </message>
</context>
<context>
    <name>ClientCells</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>Die Nachricht</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>In/s</source>
        <translation>Ein/s</translation>
    </message>
    <message>
        <source>Out/s</source>
        <translation>Aus/s</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Connected for</source>
        <translation>Verbunden seit</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>client %1, groups: %2, %3 waiting</source>
        <translation>Client %1, Gruppen: %2, %3 wartend</translation>
    </message>
    <message>
        <source>, muted</source>
        <translation>, stumm</translation>
    </message>
    <message>
        <source>, test client</source>
        <translation>, Test-Client</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
</context>
<context>
    <name>ClientWords</name>
    <message>
        <source>unnamed</source>
        <translation>unbenannt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>(no group)</source>
        <translation>(ohne Gruppe)</translation>
    </message>
    <message>
        <source>closed by the client</source>
        <translation>vom Client geschlossen</translation>
    </message>
    <message>
        <source>vanished</source>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>broke the protocol</source>
        <translation>hat das Protokoll verletzt</translation>
    </message>
    <message>
        <source>sent text that is not UTF-8</source>
        <translation>hat Text gesendet, der kein UTF-8 ist</translation>
    </message>
    <message>
        <source>sent a message over the limit</source>
        <translation>hat eine Nachricht über der Grenze gesendet</translation>
    </message>
    <message>
        <source>too slow: its queue was over the limit</source>
        <translation>zu langsam: seine Warteschlange war über der Grenze</translation>
    </message>
    <message>
        <source>began a frame and did not end it</source>
        <translation>hat ein Frame begonnen und nicht beendet</translation>
    </message>
    <message>
        <source>disconnected by the operator</source>
        <translation>vom Operator getrennt</translation>
    </message>
    <message>
        <source>the broker stopped</source>
        <translation>der Broker wurde beendet</translation>
    </message>
    <message>
        <source>broke a rule of the service</source>
        <translation>hat eine Regel des Dienstes verletzt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>⊘ muted</source>
        <translation>⊘ stumm</translation>
    </message>
    <message>
        <source>◇ test</source>
        <translation>◇ Test</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>, after %1</source>
        <translation>, nach %1</translation>
    </message>
    <message>
        <source>%1, TLS</source>
        <translation>%1, TLS</translation>
    </message>
    <message>
        <source>✱ filter %1</source>
        <translation>✱ Filter %1</translation>
    </message>
</context>
<context>
    <name>CloseWords</name>
    <message>
        <source>Not used (RFC 6455 §7.4.2).</source>
        <translation>Nicht benutzt (RFC 6455 §7.4.2).</translation>
    </message>
    <message>
        <source>Reserved for the protocol, and not defined (RFC 6455 §7.4.2).</source>
        <translation>Für das Protokoll reserviert und nicht definiert (RFC 6455 §7.4.2).</translation>
    </message>
    <message>
        <source>For libraries and frameworks, registered with IANA (RFC 6455 §7.4.2).</source>
        <translation>Für Bibliotheken und Frameworks, bei der IANA eingetragen (RFC 6455 §7.4.2).</translation>
    </message>
    <message>
        <source>For private use: only the application knows it (RFC 6455 §7.4.2).</source>
        <translation>Für eigenen Gebrauch: nur die Anwendung kennt ihn (RFC 6455 §7.4.2).</translation>
    </message>
    <message>
        <source>Not a close code: they end at 4999 (RFC 6455 §7.4.2).</source>
        <translation>Kein Close-Code: sie enden bei 4999 (RFC 6455 §7.4.2).</translation>
    </message>
    <message>
        <source>The purpose of the connection is fulfilled (RFC 6455 §7.4.1).</source>
        <translation>Der Zweck der Verbindung ist erfüllt (RFC 6455 §7.4.1).</translation>
    </message>
    <message>
        <source>A server goes down, or a page was left (RFC 6455 §7.4.1).</source>
        <translation>Ein Server hält an, oder eine Seite wurde verlassen (RFC 6455 §7.4.1).</translation>
    </message>
    <message>
        <source>The other end broke the protocol (RFC 6455 §7.4.1).</source>
        <translation>Die Gegenseite hat das Protokoll verletzt (RFC 6455 §7.4.1).</translation>
    </message>
    <message>
        <source>A type of data came that is not accepted, binary for example (RFC 6455 §7.4.1).</source>
        <translation>Es kam eine Art von Daten, die nicht angenommen wird, zum Beispiel binäre (RFC 6455 §7.4.1).</translation>
    </message>
    <message>
        <source>Reserved; it has no meaning yet (RFC 6455 §7.4.1).</source>
        <translation>Reserviert; noch ohne Bedeutung (RFC 6455 §7.4.1).</translation>
    </message>
    <message>
        <source>Never on the wire: the close frame came without a code (RFC 6455 §7.4.1).</source>
        <translation>Nie auf der Leitung: das Close-Frame kam ohne Code (RFC 6455 §7.4.1).</translation>
    </message>
    <message>
        <source>Never on the wire: the connection ended without a close frame (RFC 6455 §7.4.1).</source>
        <translation>Nie auf der Leitung: die Verbindung endete ohne Close-Frame (RFC 6455 §7.4.1).</translation>
    </message>
    <message>
        <source>The data did not fit its type: text that is not UTF-8 (RFC 6455 §7.4.1).</source>
        <translation>Die Daten passten nicht zu ihrer Art: Text, der kein UTF-8 ist (RFC 6455 §7.4.1).</translation>
    </message>
    <message>
        <source>A message broke a rule of the service (RFC 6455 §7.4.1).</source>
        <translation>Eine Nachricht hat eine Regel des Dienstes verletzt (RFC 6455 §7.4.1).</translation>
    </message>
    <message>
        <source>A message was too big to be taken (RFC 6455 §7.4.1).</source>
        <translation>Eine Nachricht war zu groß, um angenommen zu werden (RFC 6455 §7.4.1).</translation>
    </message>
    <message>
        <source>The client wanted an extension that the server did not give (RFC 6455 §7.4.1).</source>
        <translation>Der Client wollte eine Erweiterung, die der Server nicht gab (RFC 6455 §7.4.1).</translation>
    </message>
    <message>
        <source>The server met something that it did not expect (RFC 6455 §7.4.1).</source>
        <translation>Dem Server ist etwas Unerwartetes begegnet (RFC 6455 §7.4.1).</translation>
    </message>
    <message>
        <source>The service restarts; come back in a moment (IANA registry).</source>
        <translation>Der Dienst startet neu; gleich wiederkommen (IANA-Register).</translation>
    </message>
    <message>
        <source>The server has too much to do; come back later (IANA registry).</source>
        <translation>Der Server hat zu viel zu tun; später wiederkommen (IANA-Register).</translation>
    </message>
    <message>
        <source>A gateway got a bad answer from the server behind it (IANA registry).</source>
        <translation>Ein Gateway bekam vom Server dahinter eine schlechte Antwort (IANA-Register).</translation>
    </message>
    <message>
        <source>Never on the wire: the TLS handshake failed (RFC 6455 §7.4.1).</source>
        <translation>Nie auf der Leitung: der TLS-Handshake ist gescheitert (RFC 6455 §7.4.1).</translation>
    </message>
    <message>
        <source>Signalbox&apos;s own: the client read too slowly, and what waited for it passed the limit limits.max_queue.</source>
        <translation>Von Signalbox: der Client las zu langsam, und was auf ihn wartete, überschritt limits.max_queue.</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>RFC 6455 header</source>
        <translation>RFC-6455-Kopf</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>how</source>
        <translation>wie</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>Frame %1</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>an</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>Nutzlast</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>fragment %1 of %2</source>
        <translation>Fragment %1 von %2</translation>
    </message>
    <message>
        <source>fragment %1</source>
        <translation>Fragment %1</translation>
    </message>
    <message>
        <source>%1 of message %2</source>
        <translation>%1 der Nachricht %2</translation>
    </message>
    <message>
        <source>Fragments</source>
        <translation>Fragmente</translation>
    </message>
    <message>
        <source>Not all fragments are here: some are still to come, or no longer kept.</source>
        <translation>Nicht alle Fragmente sind da: einige kommen noch oder sind nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>A message in several frames; control frames may come between them (RFC 6455 §5.4).</source>
        <translation>Eine Nachricht in mehreren Frames; dazwischen dürfen Steuer-Frames kommen (RFC 6455 §5.4).</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>Frame %1</translation>
    </message>
    <message>
        <source>● this frame</source>
        <translation>● dieses Frame</translation>
    </message>
    <message>
        <source>→ go to the frame</source>
        <translation>→ zum Frame gehen</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Sent in another dialect</source>
        <translation>In einem anderen Dialekt gesendet</translation>
    </message>
    <message>
        <source>came with</source>
        <translation>kam mit</translation>
    </message>
    <message>
        <source>handed on by</source>
        <translation>weitergegeben durch</translation>
    </message>
    <message>
        <source>is about</source>
        <translation>betrifft</translation>
    </message>
    <message>
        <source>→ go to frame %1</source>
        <translation>→ zu Frame %1 gehen</translation>
    </message>
    <message>
        <source>took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>Versuch</translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>Each recipient needs a type: group, user, client, tag, all, allButUser or allButClient.</source>
        <translation>Jeder Empfänger braucht einen Typ: group, user, client, tag, all, allButUser oder allButClient.</translation>
    </message>
    <message>
        <source>Each recipient but “all” needs a value.</source>
        <translation>Jeder Empfänger außer „all“ braucht einen Wert.</translation>
    </message>
    <message>
        <source>Not an envelope: expected {&quot;action&quot;: …}.</source>
        <translation>Kein Umschlag: erwartet wird {&quot;action&quot;: …}.</translation>
    </message>
    <message>
        <source>An envelope needs an action.</source>
        <translation>Ein Umschlag braucht eine Aktion.</translation>
    </message>
    <message>
        <source>The recipients must be a list: [ … ].</source>
        <translation>Die Empfänger müssen eine Liste sein: [ … ].</translation>
    </message>
</context>
<context>
    <name>DraftCommand</name>
    <message>
        <source>An envelope needs an action.</source>
        <translation>Ein Umschlag braucht eine Aktion.</translation>
    </message>
    <message>
        <source>Not JSON: %1</source>
        <translation>Kein JSON: %1</translation>
    </message>
    <message>
        <source>%1 are more than a broker takes in one message.</source>
        <translation>%1 sind mehr, als ein Broker in einer Nachricht annimmt.</translation>
    </message>
</context>
<context>
    <name>EmptyContents</name>
    <message>
        <source>The broker accepts no connections. Clients that are there stay.</source>
        <translation>Der Broker nimmt keine Verbindungen an. Verbundene Clients bleiben.</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Lauscht nicht</translation>
    </message>
    <message>
        <source>Waiting for the first client</source>
        <translation>Wartet auf den ersten Client</translation>
    </message>
    <message>
        <source>No frame matches the filter</source>
        <translation>Kein Frame passt zum Filter</translation>
    </message>
    <message>
        <source>1 frame is hidden.</source>
        <translation>1 Frame ist verborgen.</translation>
    </message>
    <message>
        <source>%1 frames are hidden.</source>
        <translation>%1 Frames sind verborgen.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Frames are captured and wait.</source>
        <translation>Frames werden aufgezeichnet und warten.</translation>
    </message>
    <message>
        <source>No frame yet</source>
        <translation>Noch kein Frame</translation>
    </message>
    <message>
        <source>Frames appear here as they pass, in both directions. Send a message to see one.</source>
        <translation>Frames erscheinen hier, sobald sie vorbeikommen, in beiden Richtungen. Senden Sie eine Nachricht, um eines zu sehen.</translation>
    </message>
    <message>
        <source>Connect a page or a device of your own with this URL, or paste the second line into the console of any page on this machine. Or try it with three test clients: two that talk, and one that reads so slowly that its queue is seen to grow.</source>
        <translation>Verbinden Sie eine eigene Seite oder ein eigenes Gerät mit dieser URL, oder fügen Sie die zweite Zeile in die Konsole einer beliebigen Seite auf diesem Rechner ein. Oder probieren Sie es mit drei Test-Clients: zwei sprechen, und einer liest so langsam, dass man seine Warteschlange wachsen sieht.</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS gescheitert</translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation>die Antwort ist kein HTTP</translation>
    </message>
    <message>
        <source>redirected, which is not followed</source>
        <translation>umgeleitet, dem wird nicht gefolgt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>refused by the application</source>
        <translation>von der Anwendung abgelehnt</translation>
    </message>
    <message>
        <source>not tried: too many calls wait</source>
        <translation>nicht versucht: zu viele Aufrufe warten</translation>
    </message>
    <message>
        <source>not tried: too many calls of this client wait</source>
        <translation>nicht versucht: zu viele Aufrufe dieses Clients warten</translation>
    </message>
    <message>
        <source>the broker stopped before</source>
        <translation>der Broker hielt vorher an</translation>
    </message>
    <message>
        <source>⇢ called</source>
        <translation>⇢ aufgerufen</translation>
    </message>
    <message>
        <source>⚠ called again</source>
        <translation>⚠ erneut gerufen</translation>
    </message>
    <message>
        <source>✕ call failed</source>
        <translation>✕ Aufruf gescheitert</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1, %2 · %3</source>
        <translation>%1, %2 · %3</translation>
    </message>
</context>
<context>
    <name>Fan</name>
    <message>
        <source>● got it after %1</source>
        <translation>● bekam sie nach %1</translation>
    </message>
    <message>
        <source>● read it after %1</source>
        <translation>● las sie nach %1</translation>
    </message>
    <message>
        <source>✕ lost: it ended before</source>
        <translation>✕ verloren: er endete vorher</translation>
    </message>
    <message>
        <source>● got it</source>
        <translation>● bekam sie</translation>
    </message>
    <message>
        <source>◐ waits, %1</source>
        <translation>◐ wartet, %1</translation>
    </message>
    <message>
        <source>○ came later</source>
        <translation>○ kam später</translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>all but %1</source>
        <translation>alle außer %1</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Message %1: %2 of %3 got it</source>
        <translation>Nachricht %1: %2 von %3 erreicht</translation>
    </message>
    <message>
        <source>○ did not get it</source>
        <translation>○ bekam sie nicht</translation>
    </message>
    <message>
        <source>Message %1: %2 got it. Why, and who was left out, is no longer kept.</source>
        <translation>Nachricht %1: %2 erreicht. Warum, und wer ausgelassen wurde, ist nicht mehr aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>FilterFaults</name>
    <message>
        <source>There is no field %1; did you mean %2? To search for it, put it in quotes.</source>
        <translation>Ein Feld %1 gibt es nicht; meinen Sie %2? Um danach zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>%1 is none of the values of %2; did you mean %3?</source>
        <translation>%1 ist keiner der Werte von %2; meinen Sie %3?</translation>
    </message>
    <message>
        <source>There is no ( for this ).</source>
        <translation>Zu dieser ) gibt es keine (.</translation>
    </message>
    <message>
        <source>There is no field %1. To search for it, put it in quotes.</source>
        <translation>Ein Feld %1 gibt es nicht. Um danach zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A condition is missing here, for example opcode == text.</source>
        <translation>Hier fehlt eine Bedingung, zum Beispiel opcode == text.</translation>
    </message>
    <message>
        <source>A value is missing after %1.</source>
        <translation>Hinter %1 fehlt ein Wert.</translation>
    </message>
    <message>
        <source>The values after in stand in braces: in {1, 5..9}.</source>
        <translation>Die Werte hinter in stehen in geschweiften Klammern: in {1, 5..9}.</translation>
    </message>
    <message>
        <source>The brace is not closed: } is missing.</source>
        <translation>Die geschweifte Klammer ist nicht geschlossen: Es fehlt }.</translation>
    </message>
    <message>
        <source>The bracket is not closed: ) is missing.</source>
        <translation>Die Klammer ist nicht geschlossen: Es fehlt ).</translation>
    </message>
    <message>
        <source>The text is not closed: a quote is missing.</source>
        <translation>Der Text ist nicht geschlossen: Es fehlt ein Anführungszeichen.</translation>
    </message>
    <message>
        <source>%1 is none of the values of %2, which are %3.</source>
        <translation>%1 ist keiner der Werte von %2; das sind %3.</translation>
    </message>
    <message>
        <source>%2 is a number, and %1 is none.</source>
        <translation>%2 ist eine Zahl, und %1 ist keine.</translation>
    </message>
    <message>
        <source>%2 is a time, such as 10:12:01 or 2026-11-26T10:12:01, and %1 is none.</source>
        <translation>%2 ist eine Zeit wie 10:12:01 oder 2026-11-26T10:12:01, und %1 ist keine.</translation>
    </message>
    <message>
        <source>%2 is a client&apos;s id, such as c3, and %1 is none.</source>
        <translation>%2 ist die Kennung eines Clients wie c3, und %1 ist keine.</translation>
    </message>
    <message>
        <source>%2 is a message&apos;s id, such as m18, and %1 is none.</source>
        <translation>%2 ist die Kennung einer Nachricht wie m18, und %1 ist keine.</translation>
    </message>
    <message>
        <source>%1 cannot be used with %2, which is %3; use %4.</source>
        <translation>%1 passt nicht zu %2 (%3); verwenden Sie %4.</translation>
    </message>
    <message>
        <source>The range is empty: %1 comes after %2.</source>
        <translation>Der Bereich ist leer: %1 kommt nach %2.</translation>
    </message>
    <message>
        <source>The regular expression is not complete: %1.</source>
        <translation>Der reguläre Ausdruck ist nicht vollständig: %1.</translation>
    </message>
    <message>
        <source>The name of a member is missing in %1.</source>
        <translation>In %1 fehlt der Name eines Elements.</translation>
    </message>
    <message>
        <source>The filter is too long: %1 characters are allowed.</source>
        <translation>Der Filter ist zu lang: Erlaubt sind %1 Zeichen.</translation>
    </message>
    <message>
        <source>The filter is nested too deep: %1 levels are allowed.</source>
        <translation>Der Filter ist zu tief verschachtelt: Erlaubt sind %1 Ebenen.</translation>
    </message>
</context>
<context>
    <name>FilterFields</name>
    <message>
        <source>number of the row</source>
        <translation>Nummer der Zeile</translation>
    </message>
    <message>
        <source>when it was seen</source>
        <translation>wann es gesehen wurde</translation>
    </message>
    <message>
        <source>what the row stands for</source>
        <translation>wofür die Zeile steht</translation>
    </message>
    <message>
        <source>opcode of a frame, else what the row stands for</source>
        <translation>Opcode eines Frames, sonst wofür die Zeile steht</translation>
    </message>
    <message>
        <source>seen from the broker</source>
        <translation>vom Broker aus gesehen</translation>
    </message>
    <message>
        <source>opcode of a frame</source>
        <translation>Opcode eines Frames</translation>
    </message>
    <message>
        <source>the frame is the last of its message</source>
        <translation>das Frame ist das letzte seiner Nachricht</translation>
    </message>
    <message>
        <source>reserved bits, 0 to 7</source>
        <translation>reservierte Bits, 0 bis 7</translation>
    </message>
    <message>
        <source>the frame is masked</source>
        <translation>das Frame ist maskiert</translation>
    </message>
    <message>
        <source>bytes of the payload</source>
        <translation>Bytes der Nutzdaten</translation>
    </message>
    <message>
        <source>place within a fragmented message, from 1</source>
        <translation>Platz in einer fragmentierten Nachricht, ab 1</translation>
    </message>
    <message>
        <source>who sent it: user, client, origin, http, operator or broker</source>
        <translation>wer es gesendet hat: Benutzer, Client, Origin, http, operator oder broker</translation>
    </message>
    <message>
        <source>user of the client that sent it</source>
        <translation>Benutzer des Clients, der es gesendet hat</translation>
    </message>
    <message>
        <source>client that sent it</source>
        <translation>Client, der es gesendet hat</translation>
    </message>
    <message>
        <source>whom it was for and who got it: target, user, client</source>
        <translation>für wen es war und wer es bekam: Ziel, Benutzer, Client</translation>
    </message>
    <message>
        <source>user of a client that it was sent to</source>
        <translation>Benutzer eines Clients, an den es ging</translation>
    </message>
    <message>
        <source>client that it was sent to</source>
        <translation>Client, an den es ging</translation>
    </message>
    <message>
        <source>user or client that sent it or got it</source>
        <translation>Benutzer oder Client, der es gesendet oder bekommen hat</translation>
    </message>
    <message>
        <source>user of the connection</source>
        <translation>Benutzer der Verbindung</translation>
    </message>
    <message>
        <source>client of the connection</source>
        <translation>Client der Verbindung</translation>
    </message>
    <message>
        <source>who the sender says it is, where that differs</source>
        <translation>wer der Absender zu sein behauptet, wo das abweicht</translation>
    </message>
    <message>
        <source>where the message came from</source>
        <translation>woher die Nachricht kam</translation>
    </message>
    <message>
        <source>group that it was sent to, joined or left</source>
        <translation>Gruppe, an die es ging, der beigetreten oder die verlassen wurde</translation>
    </message>
    <message>
        <source>whom the envelope names: group red</source>
        <translation>wen der Umschlag nennt: group red</translation>
    </message>
    <message>
        <source>action of the envelope</source>
        <translation>Aktion des Umschlags</translation>
    </message>
    <message>
        <source>message of the envelope; message.x looks into it</source>
        <translation>Nachricht des Umschlags; message.x sieht hinein</translation>
    </message>
    <message>
        <source>the whole payload; payload.x looks into its JSON</source>
        <translation>die ganzen Nutzdaten; payload.x sieht in ihr JSON</translation>
    </message>
    <message>
        <source>payload, names and whatever else the row says</source>
        <translation>Nutzdaten, Namen und was die Zeile sonst sagt</translation>
    </message>
    <message>
        <source>id of the routed message</source>
        <translation>Kennung der verteilten Nachricht</translation>
    </message>
    <message>
        <source>how many clients the message was for</source>
        <translation>für wie viele Clients die Nachricht war</translation>
    </message>
    <message>
        <source>deliveries that were sent</source>
        <translation>Zustellungen, die gesendet wurden</translation>
    </message>
    <message>
        <source>deliveries that wait</source>
        <translation>Zustellungen, die warten</translation>
    </message>
    <message>
        <source>deliveries that were dropped</source>
        <translation>Zustellungen, die verworfen wurden</translation>
    </message>
    <message>
        <source>close code or HTTP status</source>
        <translation>Close-Code oder HTTP-Status</translation>
    </message>
    <message>
        <source>reason of a close</source>
        <translation>Grund eines Schließens</translation>
    </message>
    <message>
        <source>how a client ended</source>
        <translation>wie ein Client endete</translation>
    </message>
    <message>
        <source>Origin of a refused page</source>
        <translation>Origin einer abgelehnten Seite</translation>
    </message>
    <message>
        <source>address of a refused peer</source>
        <translation>Adresse einer abgelehnten Gegenstelle</translation>
    </message>
    <message>
        <source>target of a handshake, query included</source>
        <translation>Ziel eines Handshakes samt Abfrage</translation>
    </message>
    <message>
        <source>what the operator did</source>
        <translation>was der Operator tat</translation>
    </message>
    <message>
        <source>error code of a refusal or a call</source>
        <translation>Fehlercode einer Ablehnung oder eines Aufrufs</translation>
    </message>
</context>
<context>
    <name>FilterTypes</name>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>eine Zeit</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>ein Wort</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a client&apos;s id</source>
        <translation>die Kennung eines Clients</translation>
    </message>
    <message>
        <source>a message&apos;s id</source>
        <translation>die Kennung einer Nachricht</translation>
    </message>
    <message>
        <source>any JSON value</source>
        <translation>ein beliebiger JSON-Wert</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>searching payloads for %1</source>
        <translation>sucht in Nutzdaten nach %1</translation>
    </message>
    <message>
        <source>searching payloads and names for %1</source>
        <translation>sucht in Nutzdaten und Namen nach %1</translation>
    </message>
</context>
<context>
    <name>FrameAnatomy</name>
    <message>
        <source>A control frame is always whole: it must not be fragmented (RFC 6455 §5.5).</source>
        <translation>Ein Steuer-Frame ist immer ganz: es darf nicht zerlegt werden (RFC 6455 §5.5).</translation>
    </message>
    <message>
        <source>A control frame must not be fragmented: this one breaks the rule (RFC 6455 §5.5).</source>
        <translation>Ein Steuer-Frame darf nicht zerlegt werden: dieses verletzt die Regel (RFC 6455 §5.5).</translation>
    </message>
    <message>
        <source>More fragments follow (RFC 6455 §5.4).</source>
        <translation>Weitere Fragmente folgen (RFC 6455 §5.4).</translation>
    </message>
    <message>
        <source>The first fragment of a message; more follow (RFC 6455 §5.4).</source>
        <translation>Das erste Fragment einer Nachricht; weitere folgen (RFC 6455 §5.4).</translation>
    </message>
    <message>
        <source>The last fragment: its message is complete (RFC 6455 §5.4).</source>
        <translation>Das letzte Fragment: seine Nachricht ist vollständig (RFC 6455 §5.4).</translation>
    </message>
    <message>
        <source>The message is this one frame (RFC 6455 §5.4).</source>
        <translation>Die Nachricht ist dieses eine Frame (RFC 6455 §5.4).</translation>
    </message>
    <message>
        <source>Not compressed; 0 unless an extension gives the bit a meaning (RFC 6455 §5.2).</source>
        <translation>Nicht komprimiert; 0, wenn keine Erweiterung dem Bit eine Bedeutung gibt (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>0 unless an extension gives the bit a meaning (RFC 6455 §5.2).</source>
        <translation>0, wenn keine Erweiterung dem Bit eine Bedeutung gibt (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>The message is compressed, if permessage-deflate was agreed on (RFC 7692 §6); otherwise the connection fails (RFC 6455 §5.2).</source>
        <translation>Die Nachricht ist komprimiert, wenn permessage-deflate vereinbart wurde (RFC 7692 §6); sonst scheitert die Verbindung (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>Set without an extension that gives it a meaning: the connection fails (RFC 6455 §5.2).</source>
        <translation>Gesetzt ohne eine Erweiterung, die ihm Bedeutung gibt: die Verbindung scheitert (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>Reserved for control frames to come: the connection fails (RFC 6455 §5.2).</source>
        <translation>Für künftige Steuer-Frames reserviert: die Verbindung scheitert (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>Reserved for data frames to come: the connection fails (RFC 6455 §5.2).</source>
        <translation>Für künftige Daten-Frames reserviert: die Verbindung scheitert (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>Goes on with the message that an earlier frame began (RFC 6455 §5.4).</source>
        <translation>Setzt die Nachricht fort, die ein früheres Frame begann (RFC 6455 §5.4).</translation>
    </message>
    <message>
        <source>A text message: the payload is UTF-8 (RFC 6455 §5.6).</source>
        <translation>Eine Textnachricht: die Nutzlast ist UTF-8 (RFC 6455 §5.6).</translation>
    </message>
    <message>
        <source>A binary message: only the application knows what it is (RFC 6455 §5.6).</source>
        <translation>Eine Binärnachricht: nur die Anwendung weiß, was sie ist (RFC 6455 §5.6).</translation>
    </message>
    <message>
        <source>Asks to close the connection; the other end answers with a close frame (RFC 6455 §5.5.1).</source>
        <translation>Bittet, die Verbindung zu schließen; die Gegenseite antwortet mit einem Close-Frame (RFC 6455 §5.5.1).</translation>
    </message>
    <message>
        <source>Asks for a sign of life: a pong with the same payload (RFC 6455 §5.5.2).</source>
        <translation>Bittet um ein Lebenszeichen: ein Pong mit derselben Nutzlast (RFC 6455 §5.5.2).</translation>
    </message>
    <message>
        <source>Answers a ping with its payload, or comes unasked (RFC 6455 §5.5.3).</source>
        <translation>Beantwortet ein Ping mit dessen Nutzlast oder kommt ungefragt (RFC 6455 §5.5.3).</translation>
    </message>
    <message>
        <source>The payload is masked, as a client must do (RFC 6455 §5.3).</source>
        <translation>Die Nutzlast ist maskiert, wie ein Client es tun muss (RFC 6455 §5.3).</translation>
    </message>
    <message>
        <source>A client must mask each frame: this one breaks the rule (RFC 6455 §5.1).</source>
        <translation>Ein Client muss jedes Frame maskieren: dieses verletzt die Regel (RFC 6455 §5.1).</translation>
    </message>
    <message>
        <source>A server must not mask a frame: this one breaks the rule (RFC 6455 §5.1).</source>
        <translation>Ein Server darf kein Frame maskieren: dieses verletzt die Regel (RFC 6455 §5.1).</translation>
    </message>
    <message>
        <source>The payload is as it is: a server does not mask (RFC 6455 §5.1).</source>
        <translation>Die Nutzlast ist, wie sie ist: ein Server maskiert nicht (RFC 6455 §5.1).</translation>
    </message>
    <message>
        <source>A control frame holds 125 bytes at most: this one breaks the rule (RFC 6455 §5.5).</source>
        <translation>Ein Steuer-Frame fasst höchstens 125 Byte: dieses verletzt die Regel (RFC 6455 §5.5).</translation>
    </message>
    <message>
        <source>126: the length stands in the next 16 bits (RFC 6455 §5.2).</source>
        <translation>126: die Länge steht in den nächsten 16 Bit (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>127: the length stands in the next 64 bits (RFC 6455 §5.2).</source>
        <translation>127: die Länge steht in den nächsten 64 Bit (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>There is no payload (RFC 6455 §5.2).</source>
        <translation>Es gibt keine Nutzlast (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>Up to 125 the 7 bits are the length of the payload, in bytes (RFC 6455 §5.2).</source>
        <translation>Bis 125 sind die 7 Bit die Länge der Nutzlast in Byte (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>The highest bit must be 0: this length breaks the rule (RFC 6455 §5.2).</source>
        <translation>Das höchste Bit muss 0 sein: diese Länge verletzt die Regel (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>It would have fitted a shorter form: this length breaks the rule (RFC 6455 §5.2).</source>
        <translation>Sie hätte in eine kürzere Form gepasst: diese Länge verletzt die Regel (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>The length of the payload as 16 bits in network order; the form for 126 to 65,535 bytes (RFC 6455 §5.2).</source>
        <translation>Die Länge der Nutzlast als 16 Bit in Netzwerk-Reihenfolge; die Form für 126 bis 65.535 Byte (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>The length of the payload as 64 bits in network order; the form for more than 65,535 bytes (RFC 6455 §5.2).</source>
        <translation>Die Länge der Nutzlast als 64 Bit in Netzwerk-Reihenfolge; die Form für mehr als 65.535 Byte (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>The payload is empty.</source>
        <translation>Die Nutzlast ist leer.</translation>
    </message>
    <message>
        <source>Two bytes of close code in network order, then the reason as UTF-8 (RFC 6455 §5.5.1).</source>
        <translation>Zwei Byte Close-Code in Netzwerk-Reihenfolge, dann der Grund als UTF-8 (RFC 6455 §5.5.1).</translation>
    </message>
    <message>
        <source>Each byte is combined by exclusive or with a byte of the masking key, in turn (RFC 6455 §5.3).</source>
        <translation>Jedes Byte ist durch exklusives Oder mit einem Byte des Maskierungsschlüssels verknüpft, der Reihe nach (RFC 6455 §5.3).</translation>
    </message>
    <message>
        <source>The application&apos;s data, as it is (RFC 6455 §5.2).</source>
        <translation>Die Daten der Anwendung, wie sie sind (RFC 6455 §5.2).</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>Nutzlast</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>opcode</source>
        <translation>Opcode</translation>
    </message>
    <message>
        <source>payload length</source>
        <translation>Länge der Nutzlast</translation>
    </message>
    <message>
        <source>extended payload length</source>
        <translation>erweiterte Länge der Nutzlast</translation>
    </message>
    <message>
        <source>masking key</source>
        <translation>Maskierungsschlüssel</translation>
    </message>
    <message>
        <source>Chosen by the client for this frame alone, so that no page can choose the bytes on the wire (RFC 6455 §5.3, §10.3).</source>
        <translation>Vom Client nur für dieses Frame gewählt, damit keine Seite die Bytes auf der Leitung bestimmen kann (RFC 6455 §5.3, §10.3).</translation>
    </message>
    <message>
        <source>Payload byte %1: %2.</source>
        <translation>Nutzlast-Byte %1: %2.</translation>
    </message>
    <message>
        <source>Payload byte %1: %2 on the wire, unmasked by byte %3 of the key: %2 ⊕ %4 = %5 (RFC 6455 §5.3).</source>
        <translation>Nutzlast-Byte %1: %2 auf der Leitung, demaskiert mit Byte %3 des Schlüssels: %2 ⊕ %4 = %5 (RFC 6455 §5.3).</translation>
    </message>
    <message>
        <source>Byte %1: %2.</source>
        <translation>Byte %1: %2.</translation>
    </message>
</context>
<context>
    <name>FrameWords</name>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>ohne Code</translation>
    </message>
    <message>
        <source>%1, “%2”</source>
        <translation>%1, „%2“</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>↓ in</source>
        <translation>↓ ein</translation>
    </message>
    <message>
        <source>↑ out</source>
        <translation>↑ aus</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, als %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>⇒ push</source>
        <translation>⇒ Push</translation>
    </message>
    <message>
        <source>✓ opened</source>
        <translation>✓ geöffnet</translation>
    </message>
    <message>
        <source>✕ ended</source>
        <translation>✕ beendet</translation>
    </message>
    <message>
        <source>⊕ joined</source>
        <translation>⊕ beigetreten</translation>
    </message>
    <message>
        <source>⊖ left</source>
        <translation>⊖ ausgetreten</translation>
    </message>
    <message>
        <source>✎ act</source>
        <translation>✎ Eingriff</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>came into the group</source>
        <translation>kam in die Gruppe</translation>
    </message>
    <message>
        <source>went out of the group</source>
        <translation>ging aus der Gruppe</translation>
    </message>
    <message>
        <source>1 frame not kept</source>
        <translation>1 Frame nicht aufbewahrt</translation>
    </message>
    <message>
        <source>%1 frames not kept</source>
        <translation>%1 Frames nicht aufbewahrt</translation>
    </message>
    <message>
        <source>%1, %2 – %3, %4</source>
        <translation>%1, %2 – %3, %4</translation>
    </message>
    <message>
        <source>frame %1, from %2</source>
        <translation>Frame %1, von %2</translation>
    </message>
    <message>
        <source>, to %1</source>
        <translation>, an %1</translation>
    </message>
    <message>
        <source>, action %1</source>
        <translation>, Aktion %1</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>too many</source>
        <translation>zu viele</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>⚠ says %1, connected as %2</source>
        <translation>⚠ nennt sich %1, verbunden als %2</translation>
    </message>
    <message>
        <source>✕ refused: %1</source>
        <translation>✕ abgelehnt: %1</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>⇄ request</source>
        <translation>⇄ Anfrage</translation>
    </message>
    <message>
        <source>gets what goes to every group that it matches</source>
        <translation>bekommt, was an jede passende Gruppe geht</translation>
    </message>
    <message>
        <source>subscribes to it no more</source>
        <translation>abonniert ihn nicht mehr</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
</context>
<context>
    <name>Handshake</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>Inhalt der Anfrage</translation>
    </message>
    <message>
        <source>Answer body</source>
        <translation>Inhalt der Antwort</translation>
    </message>
</context>
<context>
    <name>HandshakeWords</name>
    <message>
        <source>The name that the client called; checked against DNS rebinding (RFC 9110 §7.2).</source>
        <translation>Der Name, den der Client gerufen hat; geprüft gegen DNS-Rebinding (RFC 9110 §7.2).</translation>
    </message>
    <message>
        <source>Asks to speak WebSocket from here on (RFC 6455 §4.1).</source>
        <translation>Bittet, von hier an WebSocket zu sprechen (RFC 6455 §4.1).</translation>
    </message>
    <message>
        <source>Must name Upgrade; a proxy that removes it ends the handshake (RFC 6455 §4.1).</source>
        <translation>Muss Upgrade nennen; ein Proxy, der es entfernt, beendet den Handshake (RFC 6455 §4.1).</translation>
    </message>
    <message>
        <source>16 random bytes in base64, which the answer must prove to have read. No secret (RFC 6455 §4.1).</source>
        <translation>16 zufällige Byte in Base64; die Antwort muss zeigen, dass sie gelesen wurden. Kein Geheimnis (RFC 6455 §4.1).</translation>
    </message>
    <message>
        <source>The version of the protocol: 13 is that of RFC 6455 (§4.1).</source>
        <translation>Die Version des Protokolls: 13 ist die von RFC 6455 (§4.1).</translation>
    </message>
    <message>
        <source>Subprotocols that the client can speak, the best first (RFC 6455 §1.9).</source>
        <translation>Unterprotokolle, die der Client spricht, das beste zuerst (RFC 6455 §1.9).</translation>
    </message>
    <message>
        <source>Extensions that the client offers, such as compression (RFC 6455 §9.1).</source>
        <translation>Erweiterungen, die der Client anbietet, etwa Kompression (RFC 6455 §9.1).</translation>
    </message>
    <message>
        <source>The site of the page that connects. A browser sets it, no page can (RFC 6455 §10.2).</source>
        <translation>Die Website der Seite, die sich verbindet. Ein Browser setzt sie, keine Seite kann es (RFC 6455 §10.2).</translation>
    </message>
    <message>
        <source>What the browser keeps for this host. A page of another site sends it too: it proves nothing.</source>
        <translation>Was der Browser für diesen Host aufbewahrt. Auch die Seite einer anderen Website sendet es: es beweist nichts.</translation>
    </message>
    <message>
        <source>A credential. Pages cannot set it for a WebSocket.</source>
        <translation>Ein Ausweis. Seiten können ihn für einen WebSocket nicht setzen.</translation>
    </message>
    <message>
        <source>The program that connects, as it calls itself.</source>
        <translation>Das Programm, das sich verbindet, wie es sich selbst nennt.</translation>
    </message>
    <message>
        <source>Compression of HTTP bodies; no matter for WebSocket messages.</source>
        <translation>Kompression von HTTP-Inhalten; für WebSocket-Nachrichten ohne Belang.</translation>
    </message>
    <message>
        <source>The languages of the user; no matter here.</source>
        <translation>Die Sprachen des Benutzers; hier ohne Belang.</translation>
    </message>
    <message>
        <source>Asks caches to stay out of it.</source>
        <translation>Bittet Caches, sich herauszuhalten.</translation>
    </message>
    <message>
        <source>The old word for Cache-Control.</source>
        <translation>Das alte Wort für Cache-Control.</translation>
    </message>
    <message>
        <source>Whom a proxy says it speaks for.</source>
        <translation>Für wen ein Proxy zu sprechen behauptet.</translation>
    </message>
    <message>
        <source>How the page&apos;s site relates to this host, says the browser.</source>
        <translation>Wie die Website der Seite zu diesem Host steht, sagt der Browser.</translation>
    </message>
    <message>
        <source>Agreed: WebSocket from here on (RFC 6455 §4.2.2).</source>
        <translation>Vereinbart: von hier an WebSocket (RFC 6455 §4.2.2).</translation>
    </message>
    <message>
        <source>Upgrade switches the protocol; close ends the connection after the answer (RFC 6455 §4.2.2).</source>
        <translation>Upgrade wechselt das Protokoll; close beendet die Verbindung nach der Antwort (RFC 6455 §4.2.2).</translation>
    </message>
    <message>
        <source>The one subprotocol that was chosen (RFC 6455 §4.2.2).</source>
        <translation>Das eine Unterprotokoll, das gewählt wurde (RFC 6455 §4.2.2).</translation>
    </message>
    <message>
        <source>The extensions that were agreed on (RFC 6455 §9.1).</source>
        <translation>Die vereinbarten Erweiterungen (RFC 6455 §9.1).</translation>
    </message>
    <message>
        <source>The versions that the server speaks (RFC 6455 §4.4).</source>
        <translation>Die Versionen, die der Server spricht (RFC 6455 §4.4).</translation>
    </message>
    <message>
        <source>What the body is.</source>
        <translation>Was der Inhalt ist.</translation>
    </message>
    <message>
        <source>The size of the body, in bytes.</source>
        <translation>Die Größe des Inhalts in Byte.</translation>
    </message>
    <message>
        <source>The program that answers, as it calls itself.</source>
        <translation>Das Programm, das antwortet, wie es sich selbst nennt.</translation>
    </message>
    <message>
        <source>When the answer was made.</source>
        <translation>Wann die Antwort entstand.</translation>
    </message>
    <message>
        <source>Tells caches what the answer depends on.</source>
        <translation>Sagt Caches, wovon die Antwort abhängt.</translation>
    </message>
    <message>
        <source>Tells caches not to keep the answer.</source>
        <translation>Sagt Caches, dass sie die Antwort nicht aufbewahren sollen.</translation>
    </message>
    <message>
        <source>The site whose pages may read the answer.</source>
        <translation>Die Website, deren Seiten die Antwort lesen dürfen.</translation>
    </message>
    <message>
        <source>The methods that this path takes.</source>
        <translation>Die Methoden, die dieser Pfad nimmt.</translation>
    </message>
    <message>
        <source>A page of this site tried to connect. If it is yours, allow it here, or list it in http.allowed_origins.</source>
        <translation>Eine Seite dieser Website wollte sich verbinden. Gehört sie Ihnen, erlauben Sie sie hier oder nennen Sie sie in http.allowed_origins.</translation>
    </message>
    <message>
        <source>A program without an Origin header came from another machine. Let it send one that is allowed, or a token.</source>
        <translation>Ein Programm ohne Origin-Zeile kam von einem anderen Rechner. Es soll eine erlaubte senden oder ein Token.</translation>
    </message>
    <message>
        <source>No browser does this: look at the program, or at a proxy.</source>
        <translation>Das tut kein Browser: sehen Sie sich das Programm oder einen Proxy an.</translation>
    </message>
    <message>
        <source>The client called this machine by a name that is not allowed. If the name is yours, list it in http.allowed_hosts.</source>
        <translation>Der Client hat diesen Rechner mit einem Namen gerufen, der nicht erlaubt ist. Gehört er Ihnen, nennen Sie ihn in http.allowed_hosts.</translation>
    </message>
    <message>
        <source>Change the path in the client&apos;s URL: it connects at /ws.</source>
        <translation>Ändern Sie den Pfad in der URL des Clients: er verbindet sich bei /ws.</translation>
    </message>
    <message>
        <source>Disconnect clients, or raise limits.max_clients.</source>
        <translation>Trennen Sie Clients, oder erhöhen Sie limits.max_clients.</translation>
    </message>
    <message>
        <source>Start the broker again.</source>
        <translation>Starten Sie den Broker neu.</translation>
    </message>
    <message>
        <source>The request came too slowly, or was not finished. Is it a client that speaks first?</source>
        <translation>Die Anfrage kam zu langsam oder wurde nicht fertig. Ist es ein Client, der zuerst spricht?</translation>
    </message>
    <message>
        <source>Let the client, or the proxy before the broker, speak HTTP/1.1.</source>
        <translation>Der Client oder der Proxy vor dem Broker soll HTTP/1.1 sprechen.</translation>
    </message>
    <message>
        <source>Does the client use wss:// where ws:// is spoken?</source>
        <translation>Benutzt der Client wss://, wo ws:// gesprochen wird?</translation>
    </message>
    <message>
        <source>A proxy on the way must pass on Upgrade and Connection.</source>
        <translation>Ein Proxy auf dem Weg muss Upgrade und Connection weitergeben.</translation>
    </message>
    <message>
        <source>The client is too old: let it speak version 13.</source>
        <translation>Der Client ist zu alt: er soll Version 13 sprechen.</translation>
    </message>
    <message>
        <source>The client&apos;s handshake breaks RFC 6455 §4.1: mend the client; libraries do this right.</source>
        <translation>Der Handshake des Clients verletzt RFC 6455 §4.1: berichtigen Sie den Client; Bibliotheken machen das richtig.</translation>
    </message>
    <message>
        <source>Change userId in the client&apos;s URL.</source>
        <translation>Ändern Sie userId in der URL des Clients.</translation>
    </message>
    <message>
        <source>Change groupId in the client&apos;s URL.</source>
        <translation>Ändern Sie groupId in der URL des Clients.</translation>
    </message>
    <message>
        <source>Change the tags in the client&apos;s URL.</source>
        <translation>Ändern Sie die Tags in der URL des Clients.</translation>
    </message>
    <message>
        <source>The request breaks HTTP, or a limit of the settings: see the manual&apos;s list of codes.</source>
        <translation>Die Anfrage verletzt HTTP oder eine Grenze der Einstellungen: siehe die Liste der Codes im Handbuch.</translation>
    </message>
    <message>
        <source>A page without a site of its own: a file, or a frame in a sandbox (RFC 6454 §7.3).</source>
        <translation>Eine Seite ohne eigene Website: eine Datei oder ein Rahmen in einer Sandbox (RFC 6454 §7.3).</translation>
    </message>
    <message>
        <source>There is no key that it could answer (RFC 6455 §4.2.2).</source>
        <translation>Es gibt keinen Schlüssel, den sie beantworten könnte (RFC 6455 §4.2.2).</translation>
    </message>
    <message>
        <source>✓ matches the key: SHA-1 of the key and a fixed text, in base64 (RFC 6455 §4.2.2).</source>
        <translation>✓ passt zum Schlüssel: SHA-1 von Schlüssel und einem festen Text, in Base64 (RFC 6455 §4.2.2).</translation>
    </message>
    <message>
        <source>✕ does not match the key, which wants %1 (RFC 6455 §4.2.2).</source>
        <translation>✕ passt nicht zum Schlüssel, der %1 verlangt (RFC 6455 §4.2.2).</translation>
    </message>
    <message>
        <source>The application is too slow, or webhook.timeout too short.</source>
        <translation>Die Anwendung ist zu langsam oder webhook.timeout zu kurz.</translation>
    </message>
    <message>
        <source>Is the application running, and webhook.url right?</source>
        <translation>Läuft die Anwendung, und stimmt webhook.url?</translation>
    </message>
    <message>
        <source>The application does not want this message: its answer may say why.</source>
        <translation>Die Anwendung will diese Nachricht nicht: ihre Antwort sagt vielleicht, warum.</translation>
    </message>
    <message>
        <source>The application has a fault: its answer may say which.</source>
        <translation>Die Anwendung hat einen Fehler: ihre Antwort sagt vielleicht, welchen.</translation>
    </message>
    <message>
        <source>Put the final address into webhook.url.</source>
        <translation>Tragen Sie die endgültige Adresse in webhook.url ein.</translation>
    </message>
    <message>
        <source>Is the application&apos;s certificate valid, and for this name?</source>
        <translation>Ist das Zertifikat der Anwendung gültig, und für diesen Namen?</translation>
    </message>
    <message>
        <source>Does webhook.url name the port of a web server?</source>
        <translation>Nennt webhook.url den Port eines Webservers?</translation>
    </message>
    <message>
        <source>shutdown.drain_timeout says how long the broker waits.</source>
        <translation>shutdown.drain_timeout sagt, wie lange der Broker wartet.</translation>
    </message>
    <message>
        <source>Calls come faster than the application takes them: it must become faster, or raise webhook.max_queue.</source>
        <translation>Aufrufe kommen schneller, als die Anwendung sie nimmt: sie muss schneller werden, oder erhöhen Sie webhook.max_queue.</translation>
    </message>
</context>
<context>
    <name>HexText</name>
    <message>
        <source>character %1: “%2” is no hexadecimal digit</source>
        <translation>Zeichen %1: „%2“ ist keine hexadezimale Ziffer</translation>
    </message>
    <message>
        <source>character %1: a byte has two digits</source>
        <translation>Zeichen %1: ein Byte hat zwei Ziffern</translation>
    </message>
</context>
<context>
    <name>HintWords</name>
    <message>
        <source>no client is connected</source>
        <translation>kein Client ist verbunden</translation>
    </message>
    <message>
        <source>no recipients means the clients without a group: 0 of %1</source>
        <translation>ohne Empfänger heißt: die Clients ohne Gruppe, 0 von %1</translation>
    </message>
    <message>
        <source>the group &quot;&quot; means the clients without a group: 0 of %1</source>
        <translation>die Gruppe &quot;&quot; heißt: die Clients ohne Gruppe, 0 von %1</translation>
    </message>
    <message>
        <source>%1, but there is a group of that name</source>
        <translation>%1, aber es gibt eine Gruppe dieses Namens</translation>
    </message>
    <message>
        <source>%1, but there is a user of that name</source>
        <translation>%1, aber es gibt einen Benutzer dieses Namens</translation>
    </message>
    <message>
        <source>%1, but there is a tag of that name</source>
        <translation>%1, aber es gibt ein Tag dieses Namens</translation>
    </message>
    <message>
        <source>client %1 is not connected</source>
        <translation>der Client %1 ist nicht verbunden</translation>
    </message>
    <message>
        <source>no client is in group %1</source>
        <translation>kein Client ist in der Gruppe %1</translation>
    </message>
    <message>
        <source>no client has the tag %1</source>
        <translation>kein Client hat das Tag %1</translation>
    </message>
    <message>
        <source>user %1 is not connected</source>
        <translation>der Benutzer %1 ist nicht verbunden</translation>
    </message>
    <message>
        <source>user %1 was last seen at %2 UTC (%3, %4)</source>
        <translation>der Benutzer %1 war zuletzt am %2 UTC da (%3, %4)</translation>
    </message>
    <message>
        <source>group %1 exists</source>
        <translation>die Gruppe %1 gibt es</translation>
    </message>
    <message>
        <source>user %1 exists</source>
        <translation>den Benutzer %1 gibt es</translation>
    </message>
    <message>
        <source>tag %1 exists</source>
        <translation>das Tag %1 gibt es</translation>
    </message>
    <message>
        <source>the name sent has other blanks at its ends</source>
        <translation>der gesendete Name hat andere Leerzeichen an den Enden</translation>
    </message>
    <message>
        <source>the name sent has %1 leading and %2 trailing blanks</source>
        <translation>der gesendete Name hat %1 Leerzeichen am Anfang und %2 am Ende</translation>
    </message>
    <message>
        <source>the name sent has %1 trailing blank</source>
        <translation>der gesendete Name hat %1 Leerzeichen am Ende</translation>
    </message>
    <message>
        <source>the name sent has %1 trailing blanks</source>
        <translation>der gesendete Name hat %1 Leerzeichen am Ende</translation>
    </message>
    <message>
        <source>the name sent has %1 leading blank</source>
        <translation>der gesendete Name hat %1 Leerzeichen am Anfang</translation>
    </message>
    <message>
        <source>the name sent has %1 leading blanks</source>
        <translation>der gesendete Name hat %1 Leerzeichen am Anfang</translation>
    </message>
    <message>
        <source>the name sent, %1, differs in case and in blanks at its ends</source>
        <translation>der gesendete Name, %1, weicht in Groß- und Kleinschreibung und in Leerzeichen an den Enden ab</translation>
    </message>
    <message>
        <source>the name sent, %1, differs in case</source>
        <translation>der gesendete Name, %1, weicht in Groß- und Kleinschreibung ab</translation>
    </message>
    <message>
        <source>the name sent, %1, is spelled otherwise</source>
        <translation>der gesendete Name, %1, ist anders geschrieben</translation>
    </message>
    <message>
        <source>the one client that matched is excluded</source>
        <translation>der eine Client, der passte, ist ausgeschlossen</translation>
    </message>
    <message>
        <source>all %1 clients that matched are excluded</source>
        <translation>alle %1 Clients, die passten, sind ausgeschlossen</translation>
    </message>
    <message>
        <source>and so on</source>
        <translation>und so weiter</translation>
    </message>
</context>
<context>
    <name>JsonDetail</name>
    <message>
        <source>object, 1 member</source>
        <translation>Objekt, 1 Eintrag</translation>
    </message>
    <message>
        <source>object, %1 members</source>
        <translation>Objekt, %1 Einträge</translation>
    </message>
    <message>
        <source>array, 1 element</source>
        <translation>Liste, 1 Element</translation>
    </message>
    <message>
        <source>array, %1 elements</source>
        <translation>Liste, %1 Elemente</translation>
    </message>
    <message>
        <source>What the recipients are to do with it; the broker passes it on.</source>
        <translation>Was die Empfänger damit tun sollen; der Broker gibt es weiter.</translation>
    </message>
    <message>
        <source>What is passed on, as it is.</source>
        <translation>Was weitergegeben wird, wie es ist.</translation>
    </message>
    <message>
        <source>Who gets it; without this key the clients without a group.</source>
        <translation>Wer es bekommt; ohne diesen Schlüssel die Clients ohne Gruppe.</translation>
    </message>
    <message>
        <source>Who the sender says it is. The broker knows it by its connection.</source>
        <translation>Wer der Absender zu sein behauptet. Der Broker kennt ihn an seiner Verbindung.</translation>
    </message>
    <message>
        <source>Puts the sender&apos;s connection into this group.</source>
        <translation>Nimmt die Verbindung des Absenders in diese Gruppe auf.</translation>
    </message>
    <message>
        <source>Not a key of an envelope: passed on, and not read.</source>
        <translation>Kein Schlüssel eines Umschlags: weitergegeben und nicht gelesen.</translation>
    </message>
    <message>
        <source>Shown to the last digit; JavaScript keeps integers up to 9,007,199,254,740,991.</source>
        <translation>Bis zur letzten Ziffer gezeigt; JavaScript bewahrt ganze Zahlen bis 9.007.199.254.740.991.</translation>
    </message>
    <message>
        <source>⚠ This key is there twice: readers differ in which one they take (RFC 8259 §4).</source>
        <translation>⚠ Diesen Schlüssel gibt es zweimal: welchen ein Leser nimmt, ist verschieden (RFC 8259 §4).</translation>
    </message>
    <message>
        <source>A picture (%1), %2: see the tab Picture.</source>
        <translation>Ein Bild (%1), %2: siehe Reiter Bild.</translation>
    </message>
    <message>
        <source>A string that holds JSON: %1.</source>
        <translation>Eine Zeichenkette, die JSON enthält: %1.</translation>
    </message>
    <message>
        <source>too deep or too large to be shown as JSON</source>
        <translation>zu tief oder zu groß, um als JSON gezeigt zu werden</translation>
    </message>
    <message>
        <source>not JSON: it ends too early, in line %1</source>
        <translation>kein JSON: es endet zu früh, in Zeile %1</translation>
    </message>
    <message>
        <source>not JSON: “%1” does not belong into line %2, column %3</source>
        <translation>kein JSON: „%1“ gehört nicht in Zeile %2, Spalte %3</translation>
    </message>
</context>
<context>
    <name>JsonTokens</name>
    <message>
        <source>expected a value</source>
        <translation>ein Wert wird erwartet</translation>
    </message>
    <message>
        <source>expected a value or ]</source>
        <translation>ein Wert oder ] wird erwartet</translation>
    </message>
    <message>
        <source>expected a key in double quotes</source>
        <translation>ein Schlüssel in doppelten Anführungszeichen wird erwartet</translation>
    </message>
    <message>
        <source>expected a key in double quotes or }</source>
        <translation>ein Schlüssel in doppelten Anführungszeichen oder } wird erwartet</translation>
    </message>
    <message>
        <source>expected a colon</source>
        <translation>ein Doppelpunkt wird erwartet</translation>
    </message>
    <message>
        <source>expected a comma or }</source>
        <translation>ein Komma oder } wird erwartet</translation>
    </message>
    <message>
        <source>expected a comma or ]</source>
        <translation>ein Komma oder ] wird erwartet</translation>
    </message>
    <message>
        <source>expected nothing more</source>
        <translation>nichts weiter wird erwartet</translation>
    </message>
    <message>
        <source>nests deeper than 64</source>
        <translation>ist tiefer als 64 verschachtelt</translation>
    </message>
    <message>
        <source>a line break or control character in a string: write \n</source>
        <translation>ein Zeilenumbruch oder Steuerzeichen in einer Zeichenkette: schreiben Sie \n</translation>
    </message>
    <message>
        <source>no such escape</source>
        <translation>diese Escape-Folge gibt es nicht</translation>
    </message>
    <message>
        <source>this string has no end</source>
        <translation>diese Zeichenkette hat kein Ende</translation>
    </message>
    <message>
        <source>strings stand in double quotes</source>
        <translation>Zeichenketten stehen in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>An&amp;sicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Broker</source>
        <translation>Br&amp;oker</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Nachricht</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
</context>
<context>
    <name>PayloadDetail</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>ohne Code</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>keiner angegeben</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>Binär</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>See the tab Picture.</source>
        <translation>Siehe Reiter Bild.</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>Umschlag</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>as JSON</source>
        <translation>als JSON</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Ping payload</source>
        <translation>Ping-Nutzlast</translation>
    </message>
    <message>
        <source>The pong must bring the same bytes back (RFC 6455 §5.5.3).</source>
        <translation>Das Pong muss dieselben Bytes zurückbringen (RFC 6455 §5.5.3).</translation>
    </message>
    <message>
        <source>Pong payload</source>
        <translation>Pong-Nutzlast</translation>
    </message>
    <message>
        <source>The bytes of the ping that it answers (RFC 6455 §5.5.3).</source>
        <translation>Die Bytes des Pings, das es beantwortet (RFC 6455 §5.5.3).</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>Komprimiert</translation>
    </message>
    <message>
        <source>RSV1 is set: with permessage-deflate these are compressed bytes (RFC 7692 §6).</source>
        <translation>RSV1 ist gesetzt: mit permessage-deflate sind das komprimierte Bytes (RFC 7692 §6).</translation>
    </message>
    <message>
        <source>Whole message</source>
        <translation>Ganze Nachricht</translation>
    </message>
    <message>
        <source>The payloads of all its fragments together (RFC 6455 §5.4).</source>
        <translation>Die Nutzlasten aller Fragmente zusammen (RFC 6455 §5.4).</translation>
    </message>
</context>
<context>
    <name>ReceiptCells</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 has been silent for %2</source>
        <translation>%1 schweigt seit %2</translation>
    </message>
    <message>
        <source>%1 and %2 have been silent for %3</source>
        <translation>%1 und %2 schweigen seit %3</translation>
    </message>
    <message>
        <source>%1 have been silent for %2</source>
        <translation>%1 schweigen seit %2</translation>
    </message>
    <message>
        <source>%1 of %2 confirmed</source>
        <translation>%1 von %2 bestätigt</translation>
    </message>
    <message>
        <source>✓✓ confirmed after %1</source>
        <translation>✓✓ bestätigt nach %1</translation>
    </message>
    <message>
        <source>✓✓ all %1 confirmed, the slowest after %2</source>
        <translation>✓✓ alle %1 bestätigt, der langsamste nach %2</translation>
    </message>
    <message>
        <source>sending …</source>
        <translation>sendet …</translation>
    </message>
    <message>
        <source>✕ refused: %1</source>
        <translation>✕ abgelehnt: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>✓✓ confirmed, %1</source>
        <translation>✓✓ bestätigt, %1</translation>
    </message>
    <message>
        <source>✕ lost: it ended before, after %1</source>
        <translation>✕ verloren: er endete vorher, nach %1</translation>
    </message>
    <message>
        <source>⋯ queued %1, for %2</source>
        <translation>⋯ wartet %1, seit %2</translation>
    </message>
    <message>
        <source>⋯ queued %1</source>
        <translation>⋯ wartet %1</translation>
    </message>
    <message>
        <source>✓ sent, silent for %1</source>
        <translation>✓ gesendet, schweigt seit %1</translation>
    </message>
    <message>
        <source>✓ sent, %1</source>
        <translation>✓ gesendet, %1</translation>
    </message>
    <message>
        <source>✓ sent</source>
        <translation>✓ gesendet</translation>
    </message>
    <message>
        <source>… and %1 more, %2 of them confirmed</source>
        <translation>… und %1 weitere, %2 davon bestätigt</translation>
    </message>
</context>
<context>
    <name>RecipientText</name>
    <message>
        <source>everyone</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>A name has 128 bytes at most.</source>
        <translation>Ein Name hat höchstens 128 Byte.</translation>
    </message>
    <message>
        <source>A name has no control characters.</source>
        <translation>Ein Name hat keine Steuerzeichen.</translation>
    </message>
    <message>
        <source>A client is written like c7.</source>
        <translation>Ein Client schreibt sich wie c7.</translation>
    </message>
    <message>
        <source>Only a user or a client can be left out.</source>
        <translation>Nur ein Benutzer oder ein Client kann ausgelassen werden.</translation>
    </message>
</context>
<context>
    <name>RoutingAnswer</name>
    <message>
        <source>◐ no answer yet</source>
        <translation>◐ noch keine Antwort</translation>
    </message>
    <message>
        <source>Nobody got it: no client was connected.</source>
        <translation>Niemand hat sie bekommen: kein Client war verbunden.</translation>
    </message>
    <message>
        <source>Nobody got it: 0 of %1 clients.</source>
        <translation>Niemand hat sie bekommen: 0 von %1 Clients.</translation>
    </message>
    <message>
        <source>%1 of 1 client got it</source>
        <translation>%1 von 1 Client erreicht</translation>
    </message>
    <message>
        <source>%1 of %2 clients got it</source>
        <translation>%1 von %2 Clients erreicht</translation>
    </message>
    <message>
        <source>, 1 waits</source>
        <translation>, 1 wartet</translation>
    </message>
    <message>
        <source>, %1 wait</source>
        <translation>, %1 warten</translation>
    </message>
    <message>
        <source>, %1 dropped</source>
        <translation>, %1 verworfen</translation>
    </message>
    <message>
        <source>Nobody is known to have got it; the rule is no longer kept.</source>
        <translation>Von niemandem ist bekannt, dass er sie bekam; die Regel ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>%1. Why, and who was left out, is no longer kept.</source>
        <translation>%1. Warum, und wer ausgelassen wurde, ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 It went to %2.</source>
        <translation>%1 Sie ging an %2.</translation>
    </message>
    <message>
        <source>%1: it went to %2.</source>
        <translation>%1: sie ging an %2.</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Allow this session</source>
        <translation>Für diese Sitzung erlauben</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Stummschaltung aufheben</translation>
    </message>
    <message>
        <source>Added to %1</source>
        <translation>Zu %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Always allowed</source>
        <translation>Immer erlaubt</translation>
    </message>
    <message>
        <source>Allowed for this session</source>
        <translation>Für diese Sitzung erlaubt</translation>
    </message>
    <message>
        <source>Unmuted</source>
        <translation>Nicht mehr stumm</translation>
    </message>
    <message>
        <source>This row is no message that was passed on to clients.</source>
        <translation>Diese Zeile ist keine Nachricht, die an Clients weitergegeben wurde.</translation>
    </message>
    <message>
        <source>This frame is no longer kept.</source>
        <translation>Dieses Frame ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>● got it</source>
        <translation>● bekam sie</translation>
    </message>
    <message>
        <source>◐ waits</source>
        <translation>◐ wartet</translation>
    </message>
    <message>
        <source>✕ dropped</source>
        <translation>✕ verworfen</translation>
    </message>
    <message>
        <source>○ left out</source>
        <translation>○ ausgelassen</translation>
    </message>
    <message>
        <source>1 client got it</source>
        <translation>1 Client erreicht</translation>
    </message>
    <message>
        <source>%1 clients got it</source>
        <translation>%1 Clients erreicht</translation>
    </message>
</context>
<context>
    <name>RoutingWords</name>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>all but user</source>
        <translation>alle außer Benutzer</translation>
    </message>
    <message>
        <source>all but client</source>
        <translation>alle außer Client</translation>
    </message>
    <message>
        <source>− user %1</source>
        <translation>− Benutzer %1</translation>
    </message>
    <message>
        <source>− client %1</source>
        <translation>− Client %1</translation>
    </message>
    <message>
        <source>clients without a group</source>
        <translation>Clients ohne Gruppe</translation>
    </message>
    <message>
        <source>in no group</source>
        <translation>in keiner Gruppe</translation>
    </message>
    <message>
        <source>everyone else</source>
        <translation>alle anderen</translation>
    </message>
    <message>
        <source>matched by %1</source>
        <translation>getroffen von %1</translation>
    </message>
    <message>
        <source>left out by %1</source>
        <translation>ausgelassen von %1</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>is in a group</source>
        <translation>ist in einer Gruppe</translation>
    </message>
    <message>
        <source>not addressed</source>
        <translation>nicht angesprochen</translation>
    </message>
    <message>
        <source>● sent</source>
        <translation>● gesendet</translation>
    </message>
    <message>
        <source>◐ queued</source>
        <translation>◐ wartet</translation>
    </message>
    <message>
        <source>✕ dropped</source>
        <translation>✕ verworfen</translation>
    </message>
    <message>
        <source>◐ queued, %1</source>
        <translation>◐ wartet, %1</translation>
    </message>
    <message>
        <source>✕ dropped: its queue is full</source>
        <translation>✕ verworfen: seine Warteschlange ist voll</translation>
    </message>
    <message>
        <source>✕ dropped: it was closing</source>
        <translation>✕ verworfen: er schloss gerade</translation>
    </message>
    <message>
        <source>Nobody would get it: 0 of 1 client</source>
        <translation>Niemand bekäme sie: 0 von 1 Client</translation>
    </message>
    <message>
        <source>Nobody would get it: 0 of %1 clients</source>
        <translation>Niemand bekäme sie: 0 von %1 Clients</translation>
    </message>
    <message>
        <source>The only client would get it</source>
        <translation>Ginge an den einzigen Client</translation>
    </message>
    <message>
        <source>%1 of %2 clients would get it</source>
        <translation>Ginge an %1 von %2 Clients</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>still counting</source>
        <translation>zählt noch</translation>
    </message>
    <message>
        <source>nobody was reached</source>
        <translation>niemand wurde erreicht</translation>
    </message>
    <message>
        <source>✓ confirmed</source>
        <translation>✓ bestätigt</translation>
    </message>
    <message>
        <source>✕ lost</source>
        <translation>✕ verloren</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>all but %1</source>
        <translation>alle außer %1</translation>
    </message>
    <message>
        <source>%1 recipients</source>
        <translation>%1 Empfänger</translation>
    </message>
    <message>
        <source>Nobody would get it: 0 clients</source>
        <translation>Niemand bekäme sie: 0 Clients</translation>
    </message>
</context>
<context>
    <name>SentLog</name>
    <message>
        <source>The history of what was sent could not be written: %1</source>
        <translation>Der Verlauf des Gesendeten konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>ServiceWords</name>
    <message>
        <source>◌ starting</source>
        <translation>◌ startet</translation>
    </message>
    <message>
        <source>● running</source>
        <translation>● läuft</translation>
    </message>
    <message>
        <source>✕ broken</source>
        <translation>✕ fehlerhaft</translation>
    </message>
    <message>
        <source>◐ restarting</source>
        <translation>◐ startet neu</translation>
    </message>
    <message>
        <source>■ disabled after %1 stops</source>
        <translation>■ nach %1 Abbrüchen ausgeschaltet</translation>
    </message>
    <message>
        <source>○ disabled by the operator</source>
        <translation>○ vom Operator ausgeschaltet</translation>
    </message>
    <message>
        <source>no call yet while this window looked</source>
        <translation>noch kein Aufruf, seit dieses Fenster zusieht</translation>
    </message>
    <message numerus="yes">
        <source>median %1, longest %2, of the last %n call(s)</source>
        <translation>
            <numerusform>Median %1, längster %2, des letzten %n Aufrufs</numerusform>
            <numerusform>Median %1, längster %2, der letzten %n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>· debug</source>
        <translation>· Debug</translation>
    </message>
    <message>
        <source>○ info</source>
        <translation>○ Info</translation>
    </message>
    <message>
        <source>▲ warning</source>
        <translation>▲ Warnung</translation>
    </message>
    <message>
        <source>✕ error</source>
        <translation>✕ Fehler</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>closed %1 as too slow</source>
        <translation>%1 als zu langsam geschlossen</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>%1 geschlossen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>it was in no group, as clients are that connect without a groupId</source>
        <translation>er war in keiner Gruppe, wie Clients, die sich ohne groupId verbinden</translation>
    </message>
    <message>
        <source>it was in “%1”, which is another name than “%2”: case and blanks count</source>
        <translation>er war in „%1“, das ist ein anderer Name als „%2“: Groß- und Kleinschreibung und Leerzeichen zählen</translation>
    </message>
    <message>
        <source>it was in %1</source>
        <translation>er war in %1</translation>
    </message>
    <message>
        <source>%1 was in %2 at %3, and a message without recipients goes to clients without a group.</source>
        <translation>%1 war um %3 in %2, und eine Nachricht ohne Empfänger geht an Clients ohne Gruppe.</translation>
    </message>
    <message>
        <source>%1 was not in %2 at %3; %4.</source>
        <translation>%1 war um %3 nicht in %2; %4.</translation>
    </message>
    <message>
        <source>%1 was not meant: the message went to %2.</source>
        <translation>%1 war nicht gemeint: die Nachricht ging an %2.</translation>
    </message>
    <message>
        <source>%1 was not meant: the message went to %2, and at %3 %4.</source>
        <translation>%1 war nicht gemeint: die Nachricht ging an %2, und um %3: %4.</translation>
    </message>
    <message>
        <source>%1 was left out.</source>
        <translation>%1 wurde ausgelassen.</translation>
    </message>
    <message>
        <source>%1 was left out: all but client %2.</source>
        <translation>%1 wurde ausgelassen: alle außer Client %2.</translation>
    </message>
    <message>
        <source>%1 was left out: all but %2.</source>
        <translation>%1 wurde ausgelassen: alle außer %2.</translation>
    </message>
    <message>
        <source>%1 got it: the system has taken every byte.</source>
        <translation>%1 hat sie bekommen: das System hat jedes Byte genommen.</translation>
    </message>
    <message>
        <source>%1 is to get it: %2 waited in its queue after the send.</source>
        <translation>%1 soll sie bekommen: %2 warteten nach dem Senden in seiner Warteschlange.</translation>
    </message>
    <message>
        <source>%1 did not get it, its queue was full: %2.</source>
        <translation>%1 bekam sie nicht, seine Warteschlange war voll: %2.</translation>
    </message>
    <message>
        <source>%1 did not get it: its queue was full.</source>
        <translation>%1 bekam sie nicht: seine Warteschlange war voll.</translation>
    </message>
    <message>
        <source>%1 did not get it: it was closing.</source>
        <translation>%1 bekam sie nicht: er schloss gerade.</translation>
    </message>
    <message>
        <source>%1 was not connected yet: it came at %2, the message at %3.</source>
        <translation>%1 war noch nicht verbunden: er kam um %2, die Nachricht um %3.</translation>
    </message>
    <message>
        <source>Why %1 did not get it is no longer kept.</source>
        <translation>Warum %1 sie nicht bekam, ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 was no longer connected; last seen %2.</source>
        <translation>%1 war nicht mehr verbunden; zuletzt gesehen %2.</translation>
    </message>
    <message>
        <source>%1 was not connected yet: it came at %2.</source>
        <translation>%1 war noch nicht verbunden: er kam um %2.</translation>
    </message>
    <message>
        <source>Why %1 did not get it is no longer kept; last seen %2.</source>
        <translation>Warum %1 sie nicht bekam, ist nicht mehr aufbewahrt; zuletzt gesehen %2.</translation>
    </message>
    <message>
        <source>No client %1 was connected.</source>
        <translation>Kein Client %1 war verbunden.</translation>
    </message>
    <message>
        <source>This frame is no longer kept.</source>
        <translation>Dieses Frame ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>Refused: Origin %1.</source>
        <translation>Abgelehnt: Origin %1.</translation>
    </message>
    <message>
        <source>Nobody got it: %1 is muted, and what it sends is passed on to nobody.</source>
        <translation>Niemand bekam sie: %1 ist stumm geschaltet, und was er sendet, wird an niemanden weitergegeben.</translation>
    </message>
    <message>
        <source>Nobody got it: this row is no message that was passed on to clients.</source>
        <translation>Niemand bekam sie: diese Zeile ist keine Nachricht, die an Clients weitergegeben wurde.</translation>
    </message>
    <message>
        <source>%1 is to get it; what became of that is not known yet.</source>
        <translation>%1 soll sie bekommen; was daraus wurde, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>is in %1</source>
        <translation>ist in %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>none of the %1 recipients</source>
        <translation>keiner der %1 Empfänger</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>, not </source>
        <translation>, nicht </translation>
    </message>
    <message>
        <source>There was no client with user %1; last seen %2.</source>
        <translation>Es gab keinen Client mit Benutzer %1; zuletzt gesehen %2.</translation>
    </message>
    <message>
        <source>There was no client with user %1.</source>
        <translation>Es gab keinen Client mit Benutzer %1.</translation>
    </message>
</context>
<context>
    <name>XSocketsDetail</name>
    <message>
        <source>controller</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>What it is for. Without a controller it is for the one that the path names.</source>
        <translation>Wofür sie bestimmt ist. Ohne Controller gilt sie dem, den der Pfad nennt.</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>What is published, or what is asked for.</source>
        <translation>Was veröffentlicht oder verlangt wird.</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Named again by whoever acknowledges it.</source>
        <translation>Wer sie bestätigt, nennt sie wieder.</translation>
    </message>
    <message>
        <source>quality of service</source>
        <translation>Dienstgüte</translation>
    </message>
    <message>
        <source>0: once at most. 1: until it is acknowledged.</source>
        <translation>0: höchstens einmal. 1: bis sie bestätigt ist.</translation>
    </message>
    <message>
        <source>retained</source>
        <translation>aufbewahrt</translation>
    </message>
    <message>
        <source>To be kept as the last good value of its topic.</source>
        <translation>Als letzter gültiger Wert ihres Topics aufzubewahren.</translation>
    </message>
    <message>
        <source>connection id</source>
        <translation>Id der Verbindung</translation>
    </message>
    <message>
        <source>PersistentId</source>
        <translation>PersistentId</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>zu bestätigen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>A secret: who has it has what is kept under it. The bytes show it.</source>
        <translation>Ein Geheimnis: Wer sie hat, hat auch, was unter ihr aufbewahrt wird. Die Bytes zeigen sie.</translation>
    </message>
    <message>
        <source>Not a field of XSockets: passed over.</source>
        <translation>Kein Feld von XSockets: wird übergangen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>XSockets</source>
        <translation>XSockets</translation>
    </message>
</context>
<context>
    <name>XSocketsWords</name>
    <message>
        <source>authentication failed</source>
        <translation>Anmeldung fehlgeschlagen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>subscribe</source>
        <translation>abonnieren</translation>
    </message>
    <message>
        <source>unsubscribe</source>
        <translation>abbestellen</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>pong</source>
        <translation>Pong</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>quittieren</translation>
    </message>
    <message>
        <source>release</source>
        <translation>freigeben</translation>
    </message>
    <message>
        <source>received</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>acknowledge subscribe</source>
        <translation>Abonnement quittieren</translation>
    </message>
    <message>
        <source>acknowledge unsubscribe</source>
        <translation>Abbestellung quittieren</translation>
    </message>
    <message>
        <source>store</source>
        <translation>ablegen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>leeren</translation>
    </message>
    <message>
        <source>set</source>
        <translation>setzen</translation>
    </message>
    <message>
        <source>get</source>
        <translation>abfragen</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>bestätigen</translation>
    </message>
    <message>
        <source>%1, to be confirmed</source>
        <translation>%1, zu bestätigen</translation>
    </message>
    <message>
        <source>%1, PersistentId %2</source>
        <translation>%1, PersistentId %2</translation>
    </message>
    <message>
        <source>%1, message %2</source>
        <translation>%1, Nachricht %2</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>veröffentlichen</translation>
    </message>
</context>
<context>
    <name>signalbox::app::FreePort</name>
    <message>
        <source>Port %1 is taken by another program; listening on port %2.</source>
        <translation>Port %1 ist von einem anderen Programm belegt; Signalbox lauscht auf Port %2.</translation>
    </message>
    <message>
        <source>Port %1 is taken by %3; listening on port %2.</source>
        <translation>Port %1 ist belegt von %3; Signalbox lauscht auf Port %2.</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (Prozess %2)</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Banner</name>
    <message>
        <source>Close the warning</source>
        <translation>Warnung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>⚠  %1</source>
        <translation>⚠  %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::BrokerActions</name>
    <message>
        <source>&amp;Listen</source>
        <translation>&amp;Lauschen</translation>
    </message>
    <message>
        <source>&amp;Stop listening</source>
        <translation>&amp;Nicht mehr lauschen</translation>
    </message>
    <message>
        <source>Open the &amp;demo page</source>
        <translation>&amp;Demo-Seite öffnen</translation>
    </message>
    <message>
        <source>Copy the &amp;URL</source>
        <translation>&amp;URL kopieren</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::BrokerWiring</name>
    <message>
        <source>%1 does not listen: %2</source>
        <translation>%1 lauscht nicht: %2</translation>
    </message>
    <message>
        <source>The broker has stopped. What you see is what was last known.</source>
        <translation>Der Broker wurde beendet. Sie sehen den letzten bekannten Stand.</translation>
    </message>
    <message>
        <source>Attached to %1, only to look: nothing is sent or changed from here.</source>
        <translation>Mit %1 verbunden, nur zum Ansehen: Von hier aus wird nichts gesendet oder geändert.</translation>
    </message>
    <message>
        <source>There is no connection to %1: %2 It is tried again and again; what you see is what was last known.</source>
        <translation>Keine Verbindung zu %1: %2 Es wird weiter versucht; Sie sehen, was zuletzt bekannt war.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::BytesPane</name>
    <message>
        <source>Which bytes are shown</source>
        <translation>Welche Bytes gezeigt werden</translation>
    </message>
    <message>
        <source>No bytes went over the wire.</source>
        <translation>Es gingen keine Bytes über die Leitung.</translation>
    </message>
    <message>
        <source>Unmasked</source>
        <translation>Demaskiert</translation>
    </message>
    <message>
        <source>As on the wire</source>
        <translation>Wie auf der Leitung</translation>
    </message>
    <message>
        <source>Whole message</source>
        <translation>Ganze Nachricht</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::BytesView</name>
    <message>
        <source>Bytes of the frame</source>
        <translation>Bytes des Frames</translation>
    </message>
    <message>
        <source>Copy as &amp;hexadecimal</source>
        <translation>Als &amp;Hexadezimal kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;C escapes</source>
        <translation>Mit &amp;C-Escapes kopieren</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ChartPanel</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ChartsView</name>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ClientCard</name>
    <message>
        <source>The client&apos;s card</source>
        <translation>Karte des Clients</translation>
    </message>
    <message>
        <source>What is known of the client</source>
        <translation>Was über den Client bekannt ist</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>The last minute</source>
        <translation>Die letzte Minute</translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation>Kopfzeilen der Anfrage</translation>
    </message>
    <message>
        <source>%1 · connected for %2, since %3</source>
        <translation>%1 · verbunden seit %2 (%3)</translation>
    </message>
    <message>
        <source> · muted until it is unmuted</source>
        <translation> · stumm bis auf Weiteres</translation>
    </message>
    <message>
        <source> · muted until %1</source>
        <translation> · stumm bis %1</translation>
    </message>
    <message>
        <source>No client is selected</source>
        <translation>Kein Client ist gewählt</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <translation>%1 ist weg</translation>
    </message>
    <message>
        <source>○ %1 is gone</source>
        <translation>○ %1 ist weg</translation>
    </message>
    <message>
        <source>Path: %1
Address: %2
User agent: %3
Messages: %4 in, %5 out</source>
        <translation>Pfad: %1
Adresse: %2
User-Agent: %3
Nachrichten: %4 ein, %5 aus</translation>
    </message>
    <message>
        <source>Leave group %1</source>
        <translation>Aus Gruppe %1 nehmen</translation>
    </message>
    <message>
        <source>Join a group</source>
        <translation>In eine Gruppe aufnehmen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ClientHistory</name>
    <message>
        <source>Last frames of the client</source>
        <translation>Letzte Frames des Clients</translation>
    </message>
    <message>
        <source>Earlier connections of the user</source>
        <translation>Frühere Verbindungen des Benutzers</translation>
    </message>
    <message>
        <source>No earlier connection is remembered.</source>
        <translation>Frühere Verbindungen sind nicht bekannt.</translation>
    </message>
    <message>
        <source>Last frames</source>
        <translation>Letzte Frames</translation>
    </message>
    <message>
        <source>None of the kept frames is its own.</source>
        <translation>Keines der aufbewahrten Frames gehört zu ihm.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ClientMeters</name>
    <message>
        <source>%1 in/s, %2 out/s</source>
        <translation>%1 ein/s, %2 aus/s</translation>
    </message>
    <message>
        <source>◐ %1 wait</source>
        <translation>◐ %1 warten</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nichts wartet</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ClientsView</name>
    <message>
        <source>Find a client</source>
        <translation>Client suchen</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Nobody is connected.</source>
        <translation>Niemand ist verbunden.</translation>
    </message>
    <message>
        <source>Find by name, group, id, path</source>
        <translation>Suchen nach Name, Gruppe, ID, Pfad</translation>
    </message>
    <message>
        <source>No client has this in its name, groups, id or path.</source>
        <translation>Kein Client hat das in Name, Gruppen, ID oder Pfad.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CloseCodeFields</name>
    <message>
        <source>Close code</source>
        <translation>Close-Code</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>optional; the client sees it</source>
        <translation>optional; der Client sieht ihn</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>✕ A close code on the wire is 1000–1003, 1007–1014 or 3000–4999.</source>
        <translation>✕ Ein Close-Code auf der Leitung ist 1000–1003, 1007–1014 oder 3000–4999.</translation>
    </message>
    <message>
        <source>%1%2 of %3 bytes</source>
        <translation>%1%2 von %3 Byte</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CloseGroupDialog</name>
    <message>
        <source>Close a group</source>
        <translation>Gruppe schließen</translation>
    </message>
    <message>
        <source>&amp;Disconnect 1 client</source>
        <translation>1 Client &amp;trennen</translation>
    </message>
    <message>
        <source>&amp;Disconnect %1 clients</source>
        <translation>%1 Clients &amp;trennen</translation>
    </message>
    <message>
        <source>Disconnects the 1 client that is in group %1.</source>
        <translation>Trennt den einen Client in Gruppe %1.</translation>
    </message>
    <message>
        <source>Disconnects all %1 clients that are in group %2.</source>
        <translation>Trennt alle %1 Clients in Gruppe %2.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ClosingDialog</name>
    <message>
        <source>&amp;Remember; File, When the window closes, changes it</source>
        <translation>&amp;Merken; änderbar unter Datei, Beim Schließen des Fensters</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>The broker can go on without the window; an icon in the tray brings it back.</source>
        <translation>Der Broker kann ohne Fenster weiterlaufen; ein Symbol in der Leiste bringt es zurück.</translation>
    </message>
    <message>
        <source>The broker can go on with the window minimised.</source>
        <translation>Der Broker kann mit minimiertem Fenster weiterlaufen.</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) are connected and would lose their connection.</source>
        <translation>
            <numerusform>%n Client ist verbunden und würde seine Verbindung verlieren.</numerusform>
            <numerusform>%n Clients sind verbunden und würden ihre Verbindung verlieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep serving</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ClosingWiring</name>
    <message>
        <source>Signalbox is serving</source>
        <translation>Signalbox läuft weiter</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ColourRulesDialog</name>
    <message>
        <source>Colour rules</source>
        <translation>Farbregeln</translation>
    </message>
    <message>
        <source>A row has the colour of the first rule that it fulfils. Of a payload the rules see the first 120 bytes.</source>
        <translation>Eine Zeile hat die Farbe der ersten Regel, die sie erfüllt. Von Nutzdaten sehen die Regeln die ersten 120 Bytes.</translation>
    </message>
    <message>
        <source>&amp;Add a line</source>
        <translation>Zeile &amp;hinzufügen</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>bernstein</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>violett</translation>
    </message>
    <message>
        <source>Filter of rule %1</source>
        <translation>Filter der Regel %1</translation>
    </message>
    <message>
        <source>Colour of rule %1</source>
        <translation>Farbe der Regel %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What to do? A few letters of it are enough</source>
        <translation>Was tun? Einige Buchstaben davon genügen</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>Befehle durchsuchen</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Passende Befehle</translation>
    </message>
    <message>
        <source>No command is called that, or it cannot be run now.</source>
        <translation>Kein Befehl heißt so, oder er ist gerade nicht möglich.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Composer</name>
    <message>
        <source>Fold the composer to one line</source>
        <translation>Editor auf eine Zeile einklappen</translation>
    </message>
    <message>
        <source>Fold to one line</source>
        <translation>Auf eine Zeile einklappen</translation>
    </message>
    <message>
        <source>Not JSON: %1</source>
        <translation>Kein JSON: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ComposerLine</name>
    <message>
        <source>Unfold the composer</source>
        <translation>Editor ausklappen</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>An %1</translation>
    </message>
    <message>
        <source>It has several lines: unfold to change it</source>
        <translation>Sie hat mehrere Zeilen: zum Ändern ausklappen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ComposerTabs</name>
    <message>
        <source>Envelope as text</source>
        <translation>Umschlag als Text</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>Umschlag</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>The whole envelope as text: what is written there is what is sent</source>
        <translation>Der ganze Umschlag als Text: was dort steht, wird gesendet</translation>
    </message>
    <message>
        <source>Ways to write a message</source>
        <translation>Arten, eine Nachricht zu schreiben</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>&amp;An</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DetailActions</name>
    <message>
        <source>&amp;Who got this?</source>
        <translation>&amp;Wer bekam das?</translation>
    </message>
    <message>
        <source>Switch the &amp;bytes: unmasked, as on the wire</source>
        <translation>&amp;Bytes umschalten: demaskiert, wie auf der Leitung</translation>
    </message>
    <message>
        <source>Wh&amp;y not? …</source>
        <translation>Warum &amp;nicht? …</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DetailModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was es bedeutet</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DetailView</name>
    <message>
        <source>Detail of the frame</source>
        <translation>Einzelheiten des Frames</translation>
    </message>
    <message>
        <source>This frame is no longer kept: newer ones took its room.</source>
        <translation>Dieses Frame ist nicht mehr aufbewahrt: neuere haben seinen Platz.</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was es bedeutet</translation>
    </message>
    <message>
        <source>Views of the frame</source>
        <translation>Ansichten des Frames</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>Who got this?</source>
        <translation>Wer bekam das?</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Select a frame above to see what is in it, or press F8.</source>
        <translation>Wählen Sie oben ein Frame, um zu sehen, was darin ist, oder drücken Sie F8.</translation>
    </message>
    <message>
        <source>Its header and its bytes appear here.</source>
        <translation>Sein Kopf und seine Bytes erscheinen hier.</translation>
    </message>
    <message>
        <source>Point at a line or a byte to read what it says.</source>
        <translation>Zeigen Sie auf eine Zeile oder ein Byte, um zu lesen, was es besagt.</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DisconnectDialog</name>
    <message>
        <source>Disconnect a client</source>
        <translation>Client trennen</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Dock</name>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>Close; comes back from the View menu</source>
        <translation>Schließen; kommt über das Menü Ansicht zurück</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DraftPreview</name>
    <message>
        <source>The selected message</source>
        <translation>Die gewählte Nachricht</translation>
    </message>
    <message>
        <source>to %1, raw text</source>
        <translation>an %1, roher Text</translation>
    </message>
    <message>
        <source>to %1, raw bytes</source>
        <translation>an %1, rohe Bytes</translation>
    </message>
    <message>
        <source>to %1, an envelope written as text</source>
        <translation>an %1, ein als Text geschriebener Umschlag</translation>
    </message>
    <message>
        <source>to %1, action %2</source>
        <translation>an %1, Aktion %2</translation>
    </message>
    <message>
        <source>the bytes of %1</source>
        <translation>die Bytes von %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::EmptyState</name>
    <message>
        <source>Line to copy</source>
        <translation>Zeile zum Kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FanBar</name>
    <message>
        <source>Show the clients without the message</source>
        <translation>Die Clients ohne die Nachricht zeigen</translation>
    </message>
    <message>
        <source>Show the clients without the message (Esc)</source>
        <translation>Die Clients ohne die Nachricht zeigen (Esc)</translation>
    </message>
    <message>
        <source>Only one part of the clients</source>
        <translation>Nur ein Teil der Clients</translation>
    </message>
    <message>
        <source>● %1 got it</source>
        <translation>● %1 erreicht</translation>
    </message>
    <message>
        <source>◐ %1 wait</source>
        <translation>◐ %1 wartend</translation>
    </message>
    <message>
        <source>✕ %1 lost</source>
        <translation>✕ %1 verloren</translation>
    </message>
    <message>
        <source>○ %1 left out</source>
        <translation>○ %1 ausgelassen</translation>
    </message>
    <message>
        <source>Only these clients: %1</source>
        <translation>Nur diese Clients: %1</translation>
    </message>
    <message>
        <source>What would mend it</source>
        <translation>Was Abhilfe schafft</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FilterLine</name>
    <message>
        <source>☆ Keep …</source>
        <translation>☆ Behalten …</translation>
    </message>
    <message>
        <source>Keep this filter as a button</source>
        <translation>Diesen Filter als Knopf behalten</translation>
    </message>
    <message>
        <source>Recent ▾</source>
        <translation>Zuletzt ▾</translation>
    </message>
    <message>
        <source>The last filters</source>
        <translation>Die letzten Filter</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>Filter %1</translation>
    </message>
    <message>
        <source>&amp;Take this button away</source>
        <translation>Diesen Knopf &amp;wegnehmen</translation>
    </message>
    <message>
        <source>Keep the filter</source>
        <translation>Den Filter behalten</translation>
    </message>
    <message>
        <source>What the button says:</source>
        <translation>Was auf dem Knopf steht:</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>Bei %1: %2</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 searched</source>
        <translation>%1 · %2 von %3 durchsucht</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FilterPopup</name>
    <message>
        <source>What can stand here in the filter</source>
        <translation>Was hier im Filter stehen kann</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FormsPreview</name>
    <message>
        <source>XSockets</source>
        <translation>XSockets</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>Umschlag</translation>
    </message>
    <message>
        <source>1 client</source>
        <translation>1 Client</translation>
    </message>
    <message>
        <source>%1 clients</source>
        <translation>%1 Clients</translation>
    </message>
    <message>
        <source>Show the message in each dialect that it would leave in</source>
        <translation>Die Nachricht in jedem Dialekt zeigen, in dem sie hinausginge</translation>
    </message>
    <message>
        <source>The message as each of them gets it</source>
        <translation>Die Nachricht, wie sie bei jedem ankommt</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>What each of them gets</source>
        <translation>Was bei jedem ankommt</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>roh</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>als %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FrameActions</name>
    <message>
        <source>&amp;Filter frames</source>
        <translation>Frames &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Copy the row</source>
        <translation>Zeile &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Follow the &amp;newest frame</source>
        <translation>Dem &amp;neuesten Frame folgen</translation>
    </message>
    <message>
        <source>C&amp;lear the list</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>Nächs&amp;tes Frame</translation>
    </message>
    <message>
        <source>&amp;Previous frame</source>
        <translation>&amp;Voriges Frame</translation>
    </message>
    <message>
        <source>Show the con&amp;versation</source>
        <translation>Konversation &amp;zeigen</translation>
    </message>
    <message>
        <source>Filter &amp;to this</source>
        <translation>Filtern &amp;nach</translation>
    </message>
    <message>
        <source>&amp;Not this</source>
        <translation>Aus&amp;schließen</translation>
    </message>
    <message>
        <source>Select the range from &amp;here</source>
        <translation>Bereich ab &amp;hier wählen</translation>
    </message>
    <message>
        <source>Select the range t&amp;o here</source>
        <translation>Bereich &amp;bis hier wählen</translation>
    </message>
    <message>
        <source>Copy the pay&amp;load</source>
        <translation>Nutzlast ko&amp;pieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as he&amp;x</source>
        <translation>Als He&amp;x kopieren</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>&amp;Ignore</source>
        <translation>&amp;Ignorieren</translation>
    </message>
    <message>
        <source>Count the time from he&amp;re</source>
        <translation>Z&amp;eit ab hier zählen</translation>
    </message>
    <message>
        <source>Next in the con&amp;versation</source>
        <translation>Nächstes der &amp;Konversation</translation>
    </message>
    <message>
        <source>Previous in the conv&amp;ersation</source>
        <translation>V&amp;origes der Konversation</translation>
    </message>
    <message>
        <source>Next mar&amp;k</source>
        <translation>Nächste &amp;Markierung</translation>
    </message>
    <message>
        <source>Previous m&amp;ark</source>
        <translation>Vorige Ma&amp;rkierung</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;An</translation>
    </message>
    <message>
        <source>&amp;Action</source>
        <translation>A&amp;ktion</translation>
    </message>
    <message>
        <source>&amp;Opcode</source>
        <translation>&amp;Opcode</translation>
    </message>
    <message>
        <source>Cl&amp;ear filter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
    <message>
        <source>G&amp;o to a frame …</source>
        <translation>&amp;Zu einem Frame gehen …</translation>
    </message>
    <message>
        <source>Next ma&amp;tch</source>
        <translation>Näch&amp;ster Treffer</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>&amp;Apply as filter</source>
        <translation>Als Filter &amp;anwenden</translation>
    </message>
    <message>
        <source>Pre&amp;pare as filter</source>
        <translation>Als Filter &amp;vorbereiten</translation>
    </message>
    <message>
        <source>Keep this filter …</source>
        <translation>Diesen Filter behalten …</translation>
    </message>
    <message>
        <source>&amp;Selected</source>
        <translation>Au&amp;sgewähltes</translation>
    </message>
    <message>
        <source>&amp;Not selected</source>
        <translation>&amp;Nicht Ausgewähltes</translation>
    </message>
    <message>
        <source>… &amp;and selected</source>
        <translation>… &amp;und Ausgewähltes</translation>
    </message>
    <message>
        <source>… &amp;or selected</source>
        <translation>… &amp;oder Ausgewähltes</translation>
    </message>
    <message>
        <source>… and not s&amp;elected</source>
        <translation>… und nicht Ausg&amp;ewähltes</translation>
    </message>
    <message>
        <source>… or not se&amp;lected</source>
        <translation>… oder nicht Ausgewäh&amp;ltes</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Als c&amp;url kopieren</translation>
    </message>
    <message>
        <source>Message or re&amp;quest</source>
        <translation>Nac&amp;hricht oder Anfrage</translation>
    </message>
    <message>
        <source>Colour rules …</source>
        <translation>Farbregeln …</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FrameActs</name>
    <message>
        <source>&amp;Who got this?</source>
        <translation>&amp;Wer bekam das?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Filter to this</source>
        <translation>&amp;Filtern nach</translation>
    </message>
    <message>
        <source>&amp;Not this</source>
        <translation>Aus&amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Message to %1 …</source>
        <translation>&amp;Nachricht an %1 …</translation>
    </message>
    <message>
        <source>M&amp;ute %1 …</source>
        <translation>%1 st&amp;umm schalten …</translation>
    </message>
    <message>
        <source>&amp;Disconnect %1 …</source>
        <translation>%1 &amp;trennen …</translation>
    </message>
    <message>
        <source>&amp;Apply as filter</source>
        <translation>Als Filter &amp;anwenden</translation>
    </message>
    <message>
        <source>No other row is about this message.</source>
        <translation>Keine andere Zeile betrifft diese Nachricht.</translation>
    </message>
    <message>
        <source>The row is not in the list: the filter hides it, or it is no longer kept.</source>
        <translation>Die Zeile ist nicht in der Liste: der Filter verbirgt sie, oder sie ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>Pre&amp;pare as filter</source>
        <translation>Als Filter &amp;vorbereiten</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FrameCopies</name>
    <message>
        <source>Nothing was copied: the frame is no longer kept.</source>
        <translation>Nichts wurde kopiert: das Frame ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>Nothing was copied: this row holds no HTTP request.</source>
        <translation>Nichts wurde kopiert: diese Zeile enthält keine HTTP-Anfrage.</translation>
    </message>
    <message>
        <source>Copied without the body: the request was refused before that was read.</source>
        <translation>Ohne den Inhalt kopiert: die Anfrage wurde abgelehnt, bevor er gelesen war.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FramesModel</name>
    <message>
        <source>delivery to %1, %2</source>
        <translation>Zustellung an %1, %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Opcode</source>
        <translation>Opcode</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>, marked</source>
        <translation>, markiert</translation>
    </message>
    <message>
        <source>, ignored</source>
        <translation>, ignoriert</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Since the row above</source>
        <translation>Seit der Zeile darüber</translation>
    </message>
    <message>
        <source>Δ</source>
        <translation>Δ</translation>
    </message>
    <message>
        <source>◷ zero</source>
        <translation>◷ null</translation>
    </message>
    <message>
        <source>Since frame %1</source>
        <translation>Seit Frame %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FramesTree</name>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FramesView</name>
    <message>
        <source>Go to the newest frame</source>
        <translation>Zum neuesten Frame gehen</translation>
    </message>
    <message>
        <source>▾ %1 new</source>
        <translation>▾ %1 neue</translation>
    </message>
    <message>
        <source>Take the range of time away</source>
        <translation>Zeitbereich aufheben</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>▷ paused, %1 waiting</source>
        <translation>▷ Pause, %1 wartend</translation>
    </message>
    <message>
        <source>Go on, the list is paused</source>
        <translation>Fortsetzen, die Liste macht Pause</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FramesWiring</name>
    <message>
        <source>These frames are not kept: the room for frames was full, or they came too fast.</source>
        <translation>Diese Frames sind nicht aufbewahrt: der Platz für Frames war voll, oder sie kamen zu schnell.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GoToDialog</name>
    <message>
        <source>Go to a frame</source>
        <translation>Zu einem Frame gehen</translation>
    </message>
    <message>
        <source>&amp;Number or time</source>
        <translation>&amp;Nummer oder Zeit</translation>
    </message>
    <message>
        <source>Number or time</source>
        <translation>Nummer oder Zeit</translation>
    </message>
    <message>
        <source>812 or 10:12:01</source>
        <translation>812 oder 10:12:01</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehen</translation>
    </message>
    <message>
        <source>That is neither a number nor a time like 10:12 or 10:12:01.204.</source>
        <translation>Das ist weder eine Nummer noch eine Zeit wie 10:12 oder 10:12:01.204.</translation>
    </message>
    <message>
        <source>No frame has this number yet.</source>
        <translation>Noch hat kein Frame diese Nummer.</translation>
    </message>
    <message>
        <source>It is not shown: the filter hides it, or it is no longer kept.</source>
        <translation>Es wird nicht gezeigt: Der Filter verbirgt es, oder es ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>It is no longer kept.</source>
        <translation>Es ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>No frame that is shown is from then or later.</source>
        <translation>Kein gezeigtes Frame ist von dann oder später.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GroupStripDelegate</name>
    <message>
        <source>1 member</source>
        <translation>1 Mitglied</translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation>%1 Mitglieder</translation>
    </message>
    <message>
        <source>nothing was sent to it yet</source>
        <translation>noch nichts an sie gesendet</translation>
    </message>
    <message>
        <source>a message</source>
        <translation>eine Nachricht</translation>
    </message>
    <message>
        <source>%1 from %2, %3</source>
        <translation>%1 von %2, %3</translation>
    </message>
    <message>
        <source>Message…</source>
        <translation>Nachricht…</translation>
    </message>
    <message>
        <source> + %1 by filter</source>
        <translation> + %1 durch Filter</translation>
    </message>
    <message>
        <source>gets what is sent to every group that it matches</source>
        <translation>bekommt, was an jede passende Gruppe geht</translation>
    </message>
    <message>
        <source>filter, 1 client</source>
        <translation>Filter, 1 Client</translation>
    </message>
    <message>
        <source>filter, %1 clients</source>
        <translation>Filter, %1 Clients</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GroupStrips</name>
    <message>
        <source>Groups, as strips</source>
        <translation>Gruppen als Streifen</translation>
    </message>
    <message>
        <source>A group is there while it has a member.</source>
        <translation>Eine Gruppe gibt es, solange sie ein Mitglied hat.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GroupsModel</name>
    <message>
        <source>group %1, 1 member</source>
        <translation>Gruppe %1, 1 Mitglied</translation>
    </message>
    <message>
        <source>group %1, %2 members</source>
        <translation>Gruppe %1, %2 Mitglieder</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>filter %1, 1 client</source>
        <translation>Filter %1, 1 Client</translation>
    </message>
    <message>
        <source>filter %1, %2 clients</source>
        <translation>Filter %1, %2 Clients</translation>
    </message>
    <message>
        <source>%1: its clients get what is sent to every group that it matches. Nothing can be sent to it.</source>
        <translation>%1: Seine Clients bekommen, was an jede passende Gruppe geht. An ihn selbst lässt sich nichts senden.</translation>
    </message>
    <message>
        <source>%1: 1 client more gets what is sent to it, by a filter.</source>
        <translation>%1: 1 weiterer Client bekommt durch einen Filter, was an sie geht.</translation>
    </message>
    <message>
        <source>%1: %2 clients more get what is sent to it, by filters.</source>
        <translation>%1: %2 weitere Clients bekommen durch Filter, was an sie geht.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GroupsView</name>
    <message>
        <source>Groups and their members</source>
        <translation>Gruppen und ihre Mitglieder</translation>
    </message>
    <message>
        <source>A group is there while it has a member.</source>
        <translation>Eine Gruppe gibt es, solange sie ein Mitglied hat.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::HandshakeView</name>
    <message>
        <source>Header fields of the handshake</source>
        <translation>Kopfzeilen des Handshakes</translation>
    </message>
    <message>
        <source>The request did not come as far as a header.</source>
        <translation>Die Anfrage kam nicht bis zu einem Kopf.</translation>
    </message>
    <message>
        <source>⊘ Refused with status %1: %2, from %3</source>
        <translation>⊘ Abgelehnt mit Status %1: %2, von %3</translation>
    </message>
    <message>
        <source>⊘ %1: %2, to %3</source>
        <translation>⊘ %1: %2, an %3</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::HeaderDiagram</name>
    <message>
        <source>Header of the frame</source>
        <translation>Kopf des Frames</translation>
    </message>
    <message>
        <source>… %1</source>
        <translation>… %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::HistoryView</name>
    <message>
        <source>Messages sent before</source>
        <translation>Früher gesendete Nachrichten</translation>
    </message>
    <message>
        <source>What you send is kept here, and found again.</source>
        <translation>Was Sie senden, wird hier aufbewahrt und wiedergefunden.</translation>
    </message>
    <message>
        <source>Search what was sent</source>
        <translation>Gesendetes durchsuchen</translation>
    </message>
    <message>
        <source>The newest %1; search for older ones.</source>
        <translation>Die neuesten %1; ältere über die Suche.</translation>
    </message>
    <message>
        <source>Damaged lines that were skipped: %1.</source>
        <translation>Übersprungene beschädigte Zeilen: %1.</translation>
    </message>
    <message>
        <source>F&amp;ill in</source>
        <translation>Überneh&amp;men</translation>
    </message>
    <message>
        <source>Se&amp;nd again</source>
        <translation>E&amp;rneut senden</translation>
    </message>
    <message>
        <source>Write this message again (double click or Enter)</source>
        <translation>Diese Nachricht noch einmal schreiben (Doppelklick oder Eingabe)</translation>
    </message>
    <message>
        <source>Send it as it is, with its variables filled in anew</source>
        <translation>Unverändert senden, mit neu eingesetzten Variablen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ImageView</name>
    <message>
        <source>Picture in the payload</source>
        <translation>Bild in der Nutzlast</translation>
    </message>
    <message>
        <source>No picture.</source>
        <translation>Kein Bild.</translation>
    </message>
    <message>
        <source>This %1 picture cannot be read here.</source>
        <translation>Dieses %1-Bild kann hier nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This picture says that it has %1 × %2 pixels: too many to be shown.</source>
        <translation>Dieses Bild hat nach eigener Angabe %1 × %2 Pixel: zu viele, um gezeigt zu werden.</translation>
    </message>
    <message>
        <source>This %1 picture is broken: %2</source>
        <translation>Dieses %1-Bild ist beschädigt: %2</translation>
    </message>
    <message>
        <source>%1, %2 × %3, %4</source>
        <translation>%1, %2 × %3, %4</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::JoinGroupDialog</name>
    <message>
        <source>Join a group</source>
        <translation>In eine Gruppe aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation>&amp;Aufnehmen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>one that there is, or a new one</source>
        <translation>eine vorhandene oder eine neue</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>Beside the groups that it is in. Capital letters count.</source>
        <translation>Zusätzlich zu seinen Gruppen. Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>✕ A name has 1 to %1 bytes and no control characters.</source>
        <translation>✕ Ein Name hat 1 bis %1 Byte und keine Steuerzeichen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ListeningBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>URL of the broker</source>
        <translation>URL des Brokers</translation>
    </message>
    <message>
        <source>Filter of the frames</source>
        <translation>Filter der Frames</translation>
    </message>
    <message>
        <source>● Listening</source>
        <translation>● Lauscht</translation>
    </message>
    <message>
        <source>○ Not listening</source>
        <translation>○ Lauscht nicht</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Lauschen</translation>
    </message>
    <message>
        <source>Resu&amp;me</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Filter: words, or direction == received and message.price &gt; 10</source>
        <translation>Filter: Wörter, oder direction == received and message.price &gt; 10</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MainWindow</name>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Attached to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MendButton</name>
    <message>
        <source>What helps</source>
        <translation>Was hilft</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MessageActions</name>
    <message>
        <source>&amp;New message</source>
        <translation>N&amp;eue Nachricht</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>&amp;Cancel sending</source>
        <translation>Senden &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Format JSON</source>
        <translation>JSON &amp;formatieren</translation>
    </message>
    <message>
        <source>Send the bytes of a f&amp;ile …</source>
        <translation>Bytes einer &amp;Datei senden …</translation>
    </message>
    <message>
        <source>&amp;Templates</source>
        <translation>&amp;Vorlagen</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>Ver&amp;lauf</translation>
    </message>
    <message>
        <source>F&amp;old the composer</source>
        <translation>Editor e&amp;inklappen</translation>
    </message>
    <message>
        <source>Send &amp;again</source>
        <translation>E&amp;rneut senden</translation>
    </message>
    <message>
        <source>Copy the &amp;receipt as text</source>
        <translation>&amp;Quittung als Text kopieren</translation>
    </message>
    <message>
        <source>Copy the receipt as &amp;JSON</source>
        <translation>Quittung als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>&amp;Hold messages to ten clients or more for 5 s</source>
        <translation>Nachrichten an zehn oder mehr Clients 5 s &amp;zurückhalten</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MessageForm</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Text, or JSON</source>
        <translation>Text oder JSON</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>As user</source>
        <translation>Als Benutzer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Group of the envelope</source>
        <translation>Gruppe des Umschlags</translation>
    </message>
    <message>
        <source>A&amp;ction</source>
        <translation>A&amp;ktion</translation>
    </message>
    <message>
        <source>As &amp;user</source>
        <translation>Als Ben&amp;utzer</translation>
    </message>
    <message>
        <source>JSON ✓  %1</source>
        <translation>JSON ✓  %1</translation>
    </message>
    <message>
        <source>text  %1</source>
        <translation>Text  %1</translation>
    </message>
    <message>
        <source>as a string</source>
        <translation>als Zeichenkette</translation>
    </message>
    <message>
        <source>as a JSON value</source>
        <translation>als JSON-Wert</translation>
    </message>
    <message>
        <source>raw text</source>
        <translation>roher Text</translation>
    </message>
    <message>
        <source>raw bytes</source>
        <translation>rohe Bytes</translation>
    </message>
    <message>
        <source>In an envelope, as a string, as most clients expect; it may hold JSON</source>
        <translation>Im Umschlag, als Zeichenkette, wie die meisten Clients es erwarten; sie darf JSON enthalten</translation>
    </message>
    <message>
        <source>In an envelope, as the JSON value that it is</source>
        <translation>Im Umschlag, als der JSON-Wert, der sie ist</translation>
    </message>
    <message>
        <source>Without an envelope, in one text frame</source>
        <translation>Ohne Umschlag, in einem Text-Frame</translation>
    </message>
    <message>
        <source>Without an envelope, in one binary frame</source>
        <translation>Ohne Umschlag, in einem Binär-Frame</translation>
    </message>
    <message>
        <source>How the message goes out</source>
        <translation>Wie die Nachricht gesendet wird</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formatieren</translation>
    </message>
    <message>
        <source>Break JSON into lines (Ctrl+Shift+F); digits and keys stay as they are</source>
        <translation>JSON in Zeilen umbrechen (Strg+Umschalt+F); Ziffern und Schlüssel bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Sender, repeat, time</source>
        <translation>Absender, Wiederholung, Zeit</translation>
    </message>
    <message>
        <source>The envelope&apos;s userId and groupId; how often, and when</source>
        <translation>userId und groupId des Umschlags; wie oft und wann</translation>
    </message>
    <message>
        <source>Not JSON: %1</source>
        <translation>Kein JSON: %1</translation>
    </message>
    <message>
        <source>Hexadecimal: 81 fe 00 …</source>
        <translation>Hexadezimal: 81 fe 00 …</translation>
    </message>
    <message>
        <source>Grou&amp;p field</source>
        <translation>Gruppenfe&amp;ld</translation>
    </message>
    <message>
        <source>Me&amp;ssage</source>
        <translation>Na&amp;chricht</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MessageSender</name>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2: %3</source>
        <translation>Nach %1 von %2 abgebrochen: %3</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MessageTemplates</name>
    <message>
        <source>There is no folder to keep templates in.</source>
        <translation>Es gibt keinen Ordner für Vorlagen.</translation>
    </message>
    <message>
        <source>Type a name for the template.</source>
        <translation>Geben Sie einen Namen für die Vorlage ein.</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Dieser Name ist zu lang.</translation>
    </message>
    <message>
        <source>Not saved: %1 (%2)</source>
        <translation>Nicht gespeichert: %1 (%2)</translation>
    </message>
    <message>
        <source>There is no template of this name any more.</source>
        <translation>Eine Vorlage dieses Namens gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Another template has this name.</source>
        <translation>Eine andere Vorlage hat diesen Namen.</translation>
    </message>
    <message>
        <source>Not deleted: %1</source>
        <translation>Nicht gelöscht: %1</translation>
    </message>
    <message>
        <source>%1  to %2</source>
        <translation>%1  an %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MuteDialog</name>
    <message>
        <source>Mute a client</source>
        <translation>Client stumm schalten</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>&amp;Stumm schalten</translation>
    </message>
    <message>
        <source>What %1 sends is counted and shown, and passed on to nobody. What is sent to it arrives.</source>
        <translation>Was %1 sendet, wird gezählt und gezeigt, aber an niemanden weitergegeben. Was an ihn gesendet wird, kommt an.</translation>
    </message>
    <message>
        <source>for &amp;5 minutes</source>
        <translation>für &amp;5 Minuten</translation>
    </message>
    <message>
        <source>for an &amp;hour</source>
        <translation>für eine S&amp;tunde</translation>
    </message>
    <message>
        <source>&amp;until it is unmuted</source>
        <translation>&amp;bis auf Weiteres</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PayloadFile</name>
    <message>
        <source>File …</source>
        <translation>Datei …</translation>
    </message>
    <message>
        <source>Send the bytes of a file, or drop it here</source>
        <translation>Die Bytes einer Datei senden, oder die Datei hierher ziehen</translation>
    </message>
    <message>
        <source>Take the file out</source>
        <translation>Datei herausnehmen</translation>
    </message>
    <message>
        <source>Send the bytes of a file</source>
        <translation>Die Bytes einer Datei senden</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>or drop one on the message</source>
        <translation>oder eine auf die Nachricht ziehen</translation>
    </message>
    <message>
        <source>%1 has %2, more than a broker takes in one message</source>
        <translation>%1 hat %2, mehr als ein Broker in einer Nachricht annimmt</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PendingBar</name>
    <message>
        <source>Send &amp;now</source>
        <translation>&amp;Jetzt senden</translation>
    </message>
    <message>
        <source>Cancel    Esc</source>
        <translation>Abbrechen    Esc</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>Senden abbrechen</translation>
    </message>
    <message>
        <source>Goes to %1 clients in %2 s</source>
        <translation>Geht in %2 s an %1 Clients</translation>
    </message>
    <message>
        <source>Goes out in %1 s</source>
        <translation>Geht in %1 s hinaus</translation>
    </message>
    <message>
        <source>Goes out in %1</source>
        <translation>Geht in %1 hinaus</translation>
    </message>
    <message>
        <source>%1 of %2, next in %3 s</source>
        <translation>%1 von %2, weiter in %3 s</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PeopleActions</name>
    <message>
        <source>&amp;Disconnect the client …</source>
        <translation>Client &amp;trennen …</translation>
    </message>
    <message>
        <source>&amp;Client</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>&amp;Message to the client …</source>
        <translation>&amp;Nachricht an den Client …</translation>
    </message>
    <message>
        <source>&amp;Why not?</source>
        <translation>&amp;Warum nicht?</translation>
    </message>
    <message>
        <source>Show the client&apos;s c&amp;ard</source>
        <translation>&amp;Karte des Clients zeigen</translation>
    </message>
    <message>
        <source>Show c&amp;onversation</source>
        <translation>K&amp;onversation zeigen</translation>
    </message>
    <message>
        <source>&amp;Filter to this sender</source>
        <translation>Nach diesem Absender &amp;filtern</translation>
    </message>
    <message>
        <source>Filter &amp;not this sender</source>
        <translation>Diesen Absender aus&amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Join a group …</source>
        <translation>In Gruppe &amp;aufnehmen …</translation>
    </message>
    <message>
        <source>&amp;Leave group</source>
        <translation>Aus &amp;Gruppe nehmen</translation>
    </message>
    <message>
        <source>M&amp;ute …</source>
        <translation>St&amp;umm schalten …</translation>
    </message>
    <message>
        <source>Unmut&amp;e</source>
        <translation>Stummschaltung auf&amp;heben</translation>
    </message>
    <message>
        <source>Copy the &amp;id</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>&amp;Message to the group …</source>
        <translation>&amp;Nachricht an die Gruppe …</translation>
    </message>
    <message>
        <source>&amp;Remove the group …</source>
        <translation>Gruppe auf&amp;lösen …</translation>
    </message>
    <message>
        <source>&amp;Disconnect all its clients …</source>
        <translation>Alle ihre Clients &amp;trennen …</translation>
    </message>
    <message>
        <source>Connect &amp;test clients …</source>
        <translation>&amp;Test-Clients verbinden …</translation>
    </message>
    <message>
        <source>&amp;Disconnect all test clients</source>
        <translation>&amp;Alle Test-Clients trennen</translation>
    </message>
    <message>
        <source>Connect th&amp;ree test clients</source>
        <translation>&amp;Drei Test-Clients verbinden</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PlainTree</name>
    <message>
        <source>&amp;Suit the columns to the width</source>
        <translation>Spalten der &amp;Breite anpassen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ProgramActions</name>
    <message>
        <source>&amp;Show the window</source>
        <translation>Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Signalbox</source>
        <translation>Ü&amp;ber Signalbox</translation>
    </message>
    <message>
        <source>&amp;Ask what is to become of clients</source>
        <translation>&amp;Fragen, was aus Clients werden soll</translation>
    </message>
    <message>
        <source>&amp;Quit, clients or not</source>
        <translation>&amp;Beenden, ob Clients da sind oder nicht</translation>
    </message>
    <message>
        <source>&amp;Keep serving while there are clients</source>
        <translation>&amp;Weiterlaufen, solange Clients da sind</translation>
    </message>
    <message>
        <source>&amp;When the window closes</source>
        <translation>Beim Schließen des &amp;Fensters</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ReceiptsModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>message to %1, %2</source>
        <translation>Nachricht an %1, %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ReceiptsView</name>
    <message>
        <source>What became of the messages sent from here</source>
        <translation>Was aus den hier gesendeten Nachrichten wurde</translation>
    </message>
    <message>
        <source>What became of a message appears here, client by client.</source>
        <translation>Was aus einer Nachricht wurde, erscheint hier, Client für Client.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Send &amp;again</source>
        <translation>E&amp;rneut senden</translation>
    </message>
    <message>
        <source>&amp;Edit again</source>
        <translation>Erneut &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy the receipt as text</source>
        <translation>&amp;Quittung als Text kopieren</translation>
    </message>
    <message>
        <source>Copy the receipt as &amp;JSON</source>
        <translation>Quittung als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Send the selected message again, byte for byte (R in the list)</source>
        <translation>Die gewählte Nachricht erneut senden, Byte für Byte (R in der Liste)</translation>
    </message>
    <message>
        <source>Copy the receipt</source>
        <translation>Quittung kopieren</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RecipientChip</name>
    <message>
        <source>Recipient %1</source>
        <translation>Empfänger %1</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1 herausnehmen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RecipientCompleter</name>
    <message>
        <source>everyone</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>1 client</source>
        <translation>1 Client</translation>
    </message>
    <message>
        <source>%1 clients</source>
        <translation>%1 Clients</translation>
    </message>
    <message>
        <source>everyone · %1</source>
        <translation>alle · %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RecipientEditor</name>
    <message>
        <source>Add recipient</source>
        <translation>Empfänger hinzufügen</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>A group, user, tag or client; a minus in front leaves one out; Enter adds it</source>
        <translation>Gruppe, Benutzer, Tag oder Client; ein Minus davor lässt aus; Eingabe fügt hinzu</translation>
    </message>
    <message>
        <source>group, user, tag, client; − leaves out</source>
        <translation>Gruppe, Benutzer, Tag, Client; − lässt aus</translation>
    </message>
    <message>
        <source>Add this recipient (Enter), or show who is there</source>
        <translation>Diesen Empfänger hinzufügen (Eingabe) oder zeigen, wer da ist</translation>
    </message>
    <message>
        <source>group:red, topic:chat/say, user:ann, tag:floor-2, client:c7, everyone, −user:ann</source>
        <translation>group:rot, topic:chat/say, user:ann, tag:etage-2, client:c7, everyone, −user:ann</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RecipientPopup</name>
    <message>
        <source>Who could be meant</source>
        <translation>Wer gemeint sein könnte</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RecipientPreview</name>
    <message>
        <source>Show each client and the reason</source>
        <translation>Jeden Client und den Grund zeigen</translation>
    </message>
    <message>
        <source>Clients and why each would get the message or not</source>
        <translation>Clients und warum jeder die Nachricht bekäme oder nicht</translation>
    </message>
    <message>
        <source>No client is connected.</source>
        <translation>Kein Client ist verbunden.</translation>
    </message>
    <message>
        <source>Asking who would get it …</source>
        <translation>Fragt, wer sie bekäme …</translation>
    </message>
    <message>
        <source>Nobody is named: it goes to the clients without a group.</source>
        <translation>Niemand ist genannt: sie geht an die Clients ohne Gruppe.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RefusalBar</name>
    <message>
        <source>Refused pages</source>
        <translation>Abgelehnte Seiten</translation>
    </message>
    <message>
        <source>A page from %1 was refused.</source>
        <translation>Eine Seite von %1 wurde abgelehnt.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RemoveGroupDialog</name>
    <message>
        <source>Remove a group</source>
        <translation>Gruppe auflösen</translation>
    </message>
    <message>
        <source>&amp;Remove the group</source>
        <translation>Gruppe auf&amp;lösen</translation>
    </message>
    <message>
        <source>Takes 1 client out of group %1. It stays connected; messages to the group no longer reach it.</source>
        <translation>Nimmt 1 Client aus Gruppe %1. Er bleibt verbunden; Nachrichten an die Gruppe erreichen ihn nicht mehr.</translation>
    </message>
    <message>
        <source>Takes %1 clients out of group %2. They stay connected; messages to the group no longer reach them.</source>
        <translation>Nimmt %1 Clients aus Gruppe %2. Sie bleiben verbunden; Nachrichten an die Gruppe erreichen sie nicht mehr.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RepeatForm</name>
    <message>
        <source>&amp;At</source>
        <translation>A&amp;m</translation>
    </message>
    <message>
        <source>How many times</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> ×</translation>
    </message>
    <message>
        <source>Milliseconds between two</source>
        <translation>Millisekunden zwischen zweien</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Send at this time; it can be cancelled until then</source>
        <translation>Zu dieser Zeit senden; bis dahin kann es abgebrochen werden</translation>
    </message>
    <message>
        <source>When to send</source>
        <translation>Wann gesendet wird</translation>
    </message>
    <message>
        <source>&amp;Repeat</source>
        <translation>W&amp;iederholen</translation>
    </message>
    <message>
        <source>every</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RoutingModel</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Was hilft</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SearchList</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SendButton</name>
    <message>
        <source>%1    Ctrl+↵</source>
        <translation>%1    Strg+↵</translation>
    </message>
    <message>
        <source>Send, nobody would get it</source>
        <translation>Senden, niemand bekäme sie</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send to nobody</source>
        <translation>An niemanden senden</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SentHistory</name>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>raw text</source>
        <translation>roher Text</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 an %3</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>%1  %2  %3  %4</source>
        <translation>%1  %2  %3  %4</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ServiceActions</name>
    <message>
        <source>&amp;Enable the service</source>
        <translation>Den Dienst &amp;einschalten</translation>
    </message>
    <message>
        <source>&amp;Disable the service</source>
        <translation>Den Dienst &amp;ausschalten</translation>
    </message>
    <message>
        <source>&amp;Reload the service</source>
        <translation>Den Dienst &amp;neu laden</translation>
    </message>
    <message>
        <source>&amp;Open the file</source>
        <translation>Die &amp;Datei öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy the log</source>
        <translation>Das Protokoll &amp;kopieren</translation>
    </message>
    <message>
        <source>Open the &amp;folder of services</source>
        <translation>Den &amp;Ordner der Dienste öffnen</translation>
    </message>
    <message>
        <source>&amp;Add an example …</source>
        <translation>Ein &amp;Beispiel hinzufügen …</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>Dien&amp;st</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ServiceActs</name>
    <message>
        <source>The broker runs elsewhere: its files cannot be opened from here.</source>
        <translation>Der Broker läuft anderswo: Seine Dateien lassen sich von hier nicht öffnen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ServiceCard</name>
    <message>
        <source>The service</source>
        <translation>Der Dienst</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Time of a call</source>
        <translation>Dauer eines Aufrufs</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Subprotocols</source>
        <translation>Subprotokolle</translation>
    </message>
    <message>
        <source>%1 in all, %2 a second, %3 waiting</source>
        <translation>%1 insgesamt, %2 je Sekunde, %3 warten</translation>
    </message>
    <message>
        <source>%1, the last at %2: %3</source>
        <translation>%1, der letzte um %2: %3</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ServiceLogModel</name>
    <message>
        <source>Signalbox: %1</source>
        <translation>Signalbox: %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ServicesModel</name>
    <message numerus="yes">
        <source>Service %1, %2, at %3, %n client(s)</source>
        <translation>
            <numerusform>Dienst %1, %2, unter %3, %n Client</numerusform>
            <numerusform>Dienst %1, %2, unter %3, %n Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Calls/s</source>
        <translation>Aufrufe/s</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ServicesView</name>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Log of the service</source>
        <translation>Protokoll des Dienstes</translation>
    </message>
    <message>
        <source>Nothing was logged: console.log(…) writes here.</source>
        <translation>Nichts wurde protokolliert: console.log(…) schreibt hierher.</translation>
    </message>
    <message>
        <source>No services are known</source>
        <translation>Keine Dienste bekannt</translation>
    </message>
    <message>
        <source>The broker has not told of any yet.</source>
        <translation>Der Broker hat noch von keinem berichtet.</translation>
    </message>
    <message>
        <source>Services are switched off</source>
        <translation>Dienste sind abgeschaltet</translation>
    </message>
    <message>
        <source>endpoints.services.enabled is false in the configuration.</source>
        <translation>endpoints.services.enabled steht in der Konfiguration auf false.</translation>
    </message>
    <message>
        <source>There is no folder for services</source>
        <translation>Es gibt keinen Ordner für Dienste</translation>
    </message>
    <message>
        <source>Set services.folder in the configuration.</source>
        <translation>Setzen Sie services.folder in der Konfiguration.</translation>
    </message>
    <message>
        <source>No service yet</source>
        <translation>Noch kein Dienst</translation>
    </message>
    <message>
        <source>A service is a script. Each file NAME.js in this folder is one, at once:</source>
        <translation>Ein Dienst ist ein Skript. Jede Datei NAME.js in diesem Ordner ist sofort einer:</translation>
    </message>
    <message>
        <source>A service is a script. Each file NAME.js in this folder is one, as soon as there is such a folder:</source>
        <translation>Ein Dienst ist ein Skript. Jede Datei NAME.js in diesem Ordner ist einer, sobald es den Ordner gibt:</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ServicesWiring</name>
    <message>
        <source>No program of this desktop opens %1.</source>
        <translation>Kein Programm dieses Systems öffnet %1.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Tasten und was sie tun</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Pause, in the list of frames</source>
        <translation>Pause, in der Liste der Frames</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Follow the newest frame, in the list of frames</source>
        <translation>Dem neuesten Frame folgen, in der Liste der Frames</translation>
    </message>
    <message>
        <source>any letter</source>
        <translation>ein Buchstabe</translation>
    </message>
    <message>
        <source>Filter, in the list of frames</source>
        <translation>Filtern, in der Liste der Frames</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Disconnect, in the list of clients; take out, on a recipient</source>
        <translation>Trennen, in der Liste der Clients; herausnehmen, auf einem Empfänger</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Tasten durchsuchen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StatusStrip</name>
    <message>
        <source>Messages that came in and deliveries that went out, in a second</source>
        <translation>Nachrichten, die kamen, und Zustellungen, die gingen, in einer Sekunde</translation>
    </message>
    <message>
        <source>Messages and deliveries in the last minute</source>
        <translation>Nachrichten und Zustellungen der letzten Minute</translation>
    </message>
    <message>
        <source>Bytes that wait for clients</source>
        <translation>Bytes, die auf Clients warten</translation>
    </message>
    <message>
        <source>Memory of the process</source>
        <translation>Speicher des Prozesses</translation>
    </message>
    <message>
        <source>captured = shown + hidden + waiting + cleared + not kept</source>
        <translation>aufgezeichnet = gezeigt + verborgen + wartend + geleert + nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Ledger of the frames</source>
        <translation>Buchführung der Frames</translation>
    </message>
    <message>
        <source>○ not listening</source>
        <translation>○ lauscht nicht</translation>
    </message>
    <message>
        <source>● 1 listener</source>
        <translation>● 1 Adresse</translation>
    </message>
    <message>
        <source>● %1 listeners</source>
        <translation>● %1 Adressen</translation>
    </message>
    <message>
        <source>1 client</source>
        <translation>1 Client</translation>
    </message>
    <message>
        <source>%1 clients</source>
        <translation>%1 Clients</translation>
    </message>
    <message>
        <source>↓ %1/s  ↑ %2/s</source>
        <translation>↓ %1/s  ↑ %2/s</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>Warteschlange %1</translation>
    </message>
    <message>
        <source>captured %1</source>
        <translation>aufgezeichnet %1</translation>
    </message>
    <message>
        <source>shown %1</source>
        <translation>gezeigt %1</translation>
    </message>
    <message>
        <source>hidden %1</source>
        <translation>verborgen %1</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>wartend %1</translation>
    </message>
    <message>
        <source>cleared %1</source>
        <translation>geleert %1</translation>
    </message>
    <message>
        <source>not kept %1</source>
        <translation>nicht aufbewahrt %1</translation>
    </message>
    <message>
        <source>%1 came from clients that may not send: they were ignored</source>
        <translation>%1 kamen von Clients, die nicht senden dürfen: sie wurden ignoriert</translation>
    </message>
    <message>
        <source>webhook %1</source>
        <translation>Webhook %1</translation>
    </message>
    <message>
        <source>Calls of the webhook since the start:
%1 taken by the application
%2 failed, or given up
%3 not tried, as too many waited</source>
        <translation>Aufrufe des Webhooks seit dem Start:
%1 von der Anwendung genommen
%2 gescheitert oder aufgegeben
%3 nicht versucht, da zu viele warteten</translation>
    </message>
    <message>
        <source>shown the newest %1 of %2 that match</source>
        <translation>gezeigt: die neuesten %1 von %2 passenden</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StrikesBar</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Services that had to be stopped</source>
        <translation>Dienste, die abgebrochen werden mussten</translation>
    </message>
    <message numerus="yes">
        <source>The service %1 is disabled: it had to be stopped %n time(s).</source>
        <translation>
            <numerusform>Der Dienst %1 ist ausgeschaltet: Er musste %n-mal abgebrochen werden.</numerusform>
            <numerusform>Der Dienst %1 ist ausgeschaltet: Er musste %n-mal abgebrochen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>At last: %1</source>
        <translation>Zuletzt: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SubscriptionList</name>
    <message>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Controllers that it has open</source>
        <translation>Controller, die er geöffnet hat</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>What it subscribes to</source>
        <translation>Was er abonniert</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>%1  →  %2</source>
        <translation>%1  →  %2</translation>
    </message>
    <message>
        <source>none is open</source>
        <translation>keiner ist offen</translation>
    </message>
    <message>
        <source>none: it gets what it publishes itself, and no more</source>
        <translation>keine: Er bekommt, was er selbst veröffentlicht, und sonst nichts</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TemplatesView</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>Keep the message that is being written under this name</source>
        <translation>Die Nachricht, die gerade geschrieben wird, unter diesem Namen aufbewahren</translation>
    </message>
    <message>
        <source>Give the selected template this name</source>
        <translation>Der gewählten Vorlage diesen Namen geben</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>A message that you save here can be picked again.</source>
        <translation>Eine hier gespeicherte Nachricht kann wieder gewählt werden.</translation>
    </message>
    <message>
        <source>There is no folder to keep templates in.</source>
        <translation>Es gibt keinen Ordner für Vorlagen.</translation>
    </message>
    <message>
        <source>Search the templates</source>
        <translation>Vorlagen durchsuchen</translation>
    </message>
    <message>
        <source>1 file in the folder is no template.</source>
        <translation>1 Datei im Ordner ist keine Vorlage.</translation>
    </message>
    <message>
        <source>%1 files in the folder are no templates.</source>
        <translation>%1 Dateien im Ordner sind keine Vorlagen.</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Gelöscht: %1</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Spei&amp;chern</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Write this message (double click or Enter)</source>
        <translation>Diese Nachricht schreiben (Doppelklick oder Eingabe)</translation>
    </message>
    <message>
        <source>F&amp;ill in</source>
        <translation>Überneh&amp;men</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TestClientsDialog</name>
    <message>
        <source>Connect test clients</source>
        <translation>Test-Clients verbinden</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>They connect over TCP like any other client, and are marked ◇ test wherever they are shown.</source>
        <translation>Test-Clients verbinden sich über TCP wie jeder andere Client und sind überall mit ◇ Test gekennzeichnet.</translation>
    </message>
    <message>
        <source>&amp;Interval</source>
        <translation>&amp;Intervall</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Interval in seconds</source>
        <translation>Intervall in Sekunden</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>&amp;Wie viele</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>&amp;quiet: listens and says nothing</source>
        <translation>&amp;still: hört zu und sagt nichts</translation>
    </message>
    <message>
        <source>&amp;echo: sends each message back to whoever sent it</source>
        <translation>&amp;Echo: sendet jede Nachricht an ihren Absender zurück</translation>
    </message>
    <message>
        <source>cha&amp;tter: says something to its group every interval</source>
        <translation>&amp;plaudert: sagt seiner Gruppe in jedem Intervall etwas</translation>
    </message>
    <message>
        <source>&amp;slow reader: reads nothing for an interval at a time; its queue grows</source>
        <translation>&amp;langsam: liest immer ein Intervall lang nichts; seine Warteschlange wächst</translation>
    </message>
    <message>
        <source>&amp;drops: drops its connection every interval, and comes back</source>
        <translation>&amp;bricht ab: beendet in jedem Intervall die Verbindung und kommt wieder</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Was sie tun</translation>
    </message>
    <message>
        <source>✕ A name has 1 to %1 bytes and no control characters.</source>
        <translation>✕ Ein Name hat 1 bis %1 Byte und keine Steuerzeichen.</translation>
    </message>
    <message>
        <source>It will be called “%1 1”.</source>
        <translation>Er wird „%1 1“ heißen.</translation>
    </message>
    <message>
        <source>They will be called “%1 1” to “%1 %2”.</source>
        <translation>Sie werden „%1 1“ bis „%1 %2“ heißen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TrafficStrip</name>
    <message>
        <source>▲ connected</source>
        <translation>▲ verbunden</translation>
    </message>
    <message>
        <source>▼ ended</source>
        <translation>▼ beendet</translation>
    </message>
    <message>
        <source>● sent by the operator</source>
        <translation>● vom Operator gesendet</translation>
    </message>
    <message>
        <source>✕ refused</source>
        <translation>✕ abgelehnt</translation>
    </message>
    <message>
        <source>Traffic over time</source>
        <translation>Verkehr im Zeitverlauf</translation>
    </message>
    <message>
        <source>Dragging selects a range of time; so do the entries of the Edit menu.</source>
        <translation>Ziehen wählt einen Zeitbereich; ebenso die Einträge im Menü Bearbeiten.</translation>
    </message>
    <message>
        <source>peak %1/s</source>
        <translation>Spitze %1/s</translation>
    </message>
    <message>
        <source>%1: %2 frames</source>
        <translation>%1: %2 Frames</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::VariablesForm</name>
    <message>
        <source>for example  %1</source>
        <translation>zum Beispiel  %1</translation>
    </message>
    <message>
        <source>no value: %1 – sent as it stands:  %2</source>
        <translation>ohne Wert: %1 – wird so gesendet:  %2</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ViewActions</name>
    <message>
        <source>&amp;Commands …</source>
        <translation>&amp;Befehle …</translation>
    </message>
    <message>
        <source>&amp;Operate layout</source>
        <translation>Anordnung B&amp;etrieb</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>N&amp;ormale Textgröße</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>&amp;Clients</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>&amp;Gruppen</translation>
    </message>
    <message>
        <source>&amp;Frames</source>
        <translation>&amp;Frames</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Nachricht</translation>
    </message>
    <message>
        <source>&amp;Detail of the frame</source>
        <translation>&amp;Einzelheiten des Frames</translation>
    </message>
    <message>
        <source>&amp;Bytes of the frame</source>
        <translation>&amp;Bytes des Frames</translation>
    </message>
    <message>
        <source>&amp;Receipts</source>
        <translation>&amp;Quittungen</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>F&amp;ilter</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>C&amp;harts</source>
        <translation>&amp;Diagramme</translation>
    </message>
    <message>
        <source>Lar&amp;ger text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::WhoGotPanel</name>
    <message>
        <source>Find a client, or ask why not: carol, c7</source>
        <translation>Client suchen, oder fragen, warum nicht: carol, c7</translation>
    </message>
    <message>
        <source>Client to ask about</source>
        <translation>Client, nach dem gefragt wird</translation>
    </message>
    <message>
        <source>Who got the message</source>
        <translation>Wer die Nachricht bekam</translation>
    </message>
    <message>
        <source>Do what helps</source>
        <translation>Tun, was hilft</translation>
    </message>
    <message>
        <source>No client.</source>
        <translation>Kein Client.</translation>
    </message>
    <message>
        <source>Select a message to see who got it, and why.</source>
        <translation>Wählen Sie eine Nachricht, um zu sehen, wer sie bekam und warum.</translation>
    </message>
    <message>
        <source>Nobody of that name was there. Enter says why.</source>
        <translation>Niemand dieses Namens war da. Eingabe sagt, warum.</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>hat nicht geklappt</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::WindowWiring</name>
    <message>
        <source>&amp;Inspect layout</source>
        <translation>Anordnung &amp;Untersuchen</translation>
    </message>
    <message>
        <source>&amp;Operate layout</source>
        <translation>Anordnung B&amp;etrieb</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>Über Signalbox</translation>
    </message>
    <message>
        <source>Signalbox %1</source>
        <translation>Signalbox %1</translation>
    </message>
    <message>
        <source>A desktop console for WebSocket messaging with its own broker.
GPL-3.0-or-later</source>
        <translation>Eine Konsole für WebSocket-Nachrichten mit eigenem Broker.
GPL-3.0-or-later</translation>
    </message>
</context>
</TS>
