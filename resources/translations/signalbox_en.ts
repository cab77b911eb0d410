<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ServiceWords</name>
    <message numerus="yes">
        <source>median %1, longest %2, of the last %n call(s)</source>
        <translation>
            <numerusform>median %1, longest %2, of the last %n call</numerusform>
            <numerusform>median %1, longest %2, of the last %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ClosingDialog</name>
    <message numerus="yes">
        <source>%n client(s) are connected and would lose their connection.</source>
        <translation>
            <numerusform>%n client is connected and would lose its connection.</numerusform>
            <numerusform>%n clients are connected and would lose their connection.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ServicesModel</name>
    <message numerus="yes">
        <source>Service %1, %2, at %3, %n client(s)</source>
        <translation>
            <numerusform>Service %1, %2, at %3, %n client</numerusform>
            <numerusform>Service %1, %2, at %3, %n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StrikesBar</name>
    <message numerus="yes">
        <source>The service %1 is disabled: it had to be stopped %n time(s).</source>
        <translation>
            <numerusform>The service %1 is disabled: it had to be stopped %n time.</numerusform>
            <numerusform>The service %1 is disabled: it had to be stopped %n times.</numerusform>
        </translation>
    </message>
</context>
</TS>
