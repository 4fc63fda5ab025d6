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
            <source>%n captions changed since they were approved</source>
            <translation>
                <numerusform>%n caption changed since it was approved</numerusform>
                <numerusform>%n captions changed since they were approved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n captions changed. {key} takes it back.</source>
            <translation>
                <numerusform>%n caption changed. {key} takes it back.</numerusform>
                <numerusform>%n captions changed. {key} takes it back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n captions differ</source>
            <translation>
                <numerusform>%n caption differs</numerusform>
                <numerusform>%n captions differ</numerusform>
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
            <source>%n differences from the earlier export, which is replaced.</source>
            <translation>
                <numerusform>%n difference from the earlier export, which is replaced.</numerusform>
                <numerusform>%n differences from the earlier export, which is replaced.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n draws</source>
            <translation>
                <numerusform>%n draw</numerusform>
                <numerusform>%n draws</numerusform>
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
            <source>%n entries are left out</source>
            <translation>
                <numerusform>%n entry is left out</numerusform>
                <numerusform>%n entries are left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries say it already: {names}</source>
            <translation>
                <numerusform>%n entry says it already: {names}</numerusform>
                <numerusform>%n entries say it already: {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries stay: it would not read there</source>
            <translation>
                <numerusform>%n entry stays: it would not read there</numerusform>
                <numerusform>%n entries stay: it would not read there</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries, each approved in both passes.</source>
            <translation>
                <numerusform>%n entry, approved in both passes.</numerusform>
                <numerusform>%n entries, each approved in both passes.</numerusform>
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
            <source>%n faces found</source>
            <translation>
                <numerusform>%n face found</numerusform>
                <numerusform>%n faces found</numerusform>
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
            <source>%n images with captions</source>
            <translation>
                <numerusform>%n image with its caption</numerusform>
                <numerusform>%n images with captions</numerusform>
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
            <source>%n lines, as they would be written</source>
            <translation>
                <numerusform>%n line, as it would be written</numerusform>
                <numerusform>%n lines, as they would be written</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n modifiers</source>
            <translation>
                <numerusform>%n modifier</numerusform>
                <numerusform>%n modifiers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n modifiers on one thing</source>
            <translation>
                <numerusform>%n modifier on one thing</numerusform>
                <numerusform>%n modifiers on one thing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more buckets</source>
            <translation>
                <numerusform>%n more bucket</numerusform>
                <numerusform>%n more buckets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overrun the model's window.</source>
            <translation>
                <numerusform>%n overruns the model's window.</numerusform>
                <numerusform>%n overrun the model's window.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pairs</source>
            <translation>
                <numerusform>%n pair</numerusform>
                <numerusform>%n pairs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures an epoch</source>
            <translation>
                <numerusform>%n picture an epoch</numerusform>
                <numerusform>%n pictures an epoch</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures chosen</source>
            <translation>
                <numerusform>%n picture chosen</numerusform>
                <numerusform>%n pictures chosen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures show otherwise</source>
            <translation>
                <numerusform>%n picture shows otherwise</numerusform>
                <numerusform>%n pictures show otherwise</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n places changed</source>
            <translation>
                <numerusform>%n place changed</numerusform>
                <numerusform>%n places changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n places were changed by both: read them</source>
            <translation>
                <numerusform>%n place was changed by both: read it</numerusform>
                <numerusform>%n places were changed by both: read them</numerusform>
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
            <source>%n steps</source>
            <translation>
                <numerusform>%n step</numerusform>
                <numerusform>%n steps</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n steps an epoch</source>
            <translation>
                <numerusform>%n step an epoch</numerusform>
                <numerusform>%n steps an epoch</numerusform>
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
            <source>%n verdicts drop back: their captions change</source>
            <translation>
                <numerusform>%n verdict drops back: its caption changes</numerusform>
                <numerusform>%n verdicts drop back: their captions change</numerusform>
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
            <source>%n wordings</source>
            <translation>
                <numerusform>%n wording</numerusform>
                <numerusform>%n wordings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n written anew</source>
            <translation>
                <numerusform>%n written anew</numerusform>
                <numerusform>%n written anew</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>1 wording in %n entries</source>
            <translation>
                <numerusform>1 wording in %n entry</numerusform>
                <numerusform>1 wording in %n entries</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Change %n captions</source>
            <translation>
                <numerusform>Change %n caption</numerusform>
                <numerusform>Change %n captions</numerusform>
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
        <message numerus="yes">
            <source>Look at %n flagged</source>
            <translation>
                <numerusform>Look at %n flagged</numerusform>
                <numerusform>Look at %n flagged</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Nearly the same: %n groups</source>
            <translation>
                <numerusform>Nearly the same: %n group</numerusform>
                <numerusform>Nearly the same: %n groups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Remove %n old dismissals</source>
            <translation>
                <numerusform>Remove %n old dismissal</numerusform>
                <numerusform>Remove %n old dismissals</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>These %n share at least {share} of their words.</source>
            <translation>
                <numerusform>These %n share at least {share} of their words.</numerusform>
                <numerusform>These %n share at least {share} of their words.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Unify in %n entries</source>
            <translation>
                <numerusform>Unify in %n entry</numerusform>
                <numerusform>Unify in %n entries</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Wording  %n families</source>
            <translation>
                <numerusform>Wording  %n family</numerusform>
                <numerusform>Wording  %n families</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>data.toml  %n lines differ</source>
            <translation>
                <numerusform>data.toml  %n line differs</numerusform>
                <numerusform>data.toml  %n lines differ</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>removal of %n dismissals</source>
            <translation>
                <numerusform>removal of %n dismissal</numerusform>
                <numerusform>removal of %n dismissals</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{model} needs %n keys otherwise</source>
            <translation>
                <numerusform>{model} needs one key otherwise</numerusform>
                <numerusform>{model} needs %n keys otherwise</numerusform>
            </translation>
        </message>
    </context>
</TS>
