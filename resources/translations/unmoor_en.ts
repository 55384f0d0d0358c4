<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Unmoor</name>
    <message numerus="yes">
        <source>, %n to build</source>
        <translation>
            <numerusform>, %n to build</numerusform>
            <numerusform>, %n to build</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n to fetch</source>
        <translation>
            <numerusform>, %n to fetch</numerusform>
            <numerusform>, %n to fetch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings  F8</source>
        <translation>
            <numerusform>%n warning  F8</numerusform>
            <numerusform>%n warnings  F8</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems  F8</source>
        <translation>
            <numerusform>%n problem  F8</numerusform>
            <numerusform>%n problems  F8</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to build</source>
        <translation>
            <numerusform>%n to build</numerusform>
            <numerusform>%n to build</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fetch</source>
        <translation>
            <numerusform>%n to fetch</numerusform>
            <numerusform>%n to fetch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unmoor::ForecastRow</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unmoor::HistoryPage</name>
    <message numerus="yes">
        <source>the last %n releases</source>
        <translation>
            <numerusform>the last release</numerusform>
            <numerusform>the last %n releases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n releases</source>
        <translation>
            <numerusform>%n release</numerusform>
            <numerusform>%n releases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unmoor::LogView</name>
    <message numerus="yes">
        <source>None of the %n lines is of this kind.</source>
        <translation>
            <numerusform>The one line is not of this kind.</numerusform>
            <numerusform>None of the %n lines is of this kind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unmoor::PlanPage</name>
    <message numerus="yes">
        <source>%n of the gates checked so far.</source>
        <translation>
            <numerusform>%n of the gates checked so far.</numerusform>
            <numerusform>%n of the gates checked so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gates need trust in this checkout to be known.</source>
        <translation>
            <numerusform>%n gate needs trust in this checkout to be known.</numerusform>
            <numerusform>%n gates need trust in this checkout to be known.</numerusform>
        </translation>
    </message>
</context>
</TS>
