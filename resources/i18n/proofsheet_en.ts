<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>ui</name>
        <message numerus="yes">
            <source>%n captions</source>
            <translation>
                <numerusform>%n caption</numerusform>
                <numerusform>%n captions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n captions are not on disk.</source>
            <translation>
                <numerusform>%n caption is not on disk.</numerusform>
                <numerusform>%n captions are not on disk.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n captions waiting to be saved</source>
            <translation>
                <numerusform>%n caption waiting to be saved</numerusform>
                <numerusform>%n captions waiting to be saved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n captions were typed and never saved.</source>
            <translation>
                <numerusform>%n caption was typed and never saved.</numerusform>
                <numerusform>%n captions were typed and never saved.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n captions would change</source>
            <translation>
                <numerusform>%n caption would change</numerusform>
                <numerusform>%n captions would change</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n concepts</source>
            <translation>
                <numerusform>%n concept</numerusform>
                <numerusform>%n concepts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries</source>
            <translation>
                <numerusform>%n entry</numerusform>
                <numerusform>%n entries</numerusform>
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
            <source>%n files</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n findings</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hints</source>
            <translation>
                <numerusform>%n hint</numerusform>
                <numerusform>%n hints</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n images</source>
            <translation>
                <numerusform>%n image</numerusform>
                <numerusform>%n images</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n images with captions, and data.toml</source>
            <translation>
                <numerusform>%n image with its caption, and data.toml</numerusform>
                <numerusform>%n images with captions, and data.toml</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lines differ from the file on disk</source>
            <translation>
                <numerusform>%n line differs from the file on disk</numerusform>
                <numerusform>%n lines differ from the file on disk</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n points are open. Look at them, or say so.</source>
            <translation>
                <numerusform>%n point is open. Look at it, or say so.</numerusform>
                <numerusform>%n points are open. Look at them, or say so.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n repeats</source>
            <translation>
                <numerusform>%n repeat</numerusform>
                <numerusform>%n repeats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n things stop it. Whole or not at all.</source>
            <translation>
                <numerusform>%n thing stops it. Whole or not at all.</numerusform>
                <numerusform>%n things stop it. Whole or not at all.</numerusform>
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
            <source>Export %n pairs</source>
            <translation>
                <numerusform>Export %n pair</numerusform>
                <numerusform>Export %n pairs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Fix %n safely…</source>
            <translation>
                <numerusform>Fix %n safely…</numerusform>
                <numerusform>Fix %n safely…</numerusform>
            </translation>
        </message>
    </context>
</TS>
