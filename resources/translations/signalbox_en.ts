<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
</TS>
