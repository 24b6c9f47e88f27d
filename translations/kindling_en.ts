<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- English needs a file only where the number decides the word. -->
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>kindling</name>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) of these are younger than %1 days and count as open, not as lost.</source>
        <translation>
            <numerusform>%n lead of these is younger than %1 days and counts as open, not as lost.</numerusform>
            <numerusform>%n leads of these are younger than %1 days and count as open, not as lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kindling::LeadsPage</name>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kindling::ImportView</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kindling::CompaniesPage</name>
    <message numerus="yes">
        <source>%n companies</source>
        <translation>
            <numerusform>%n company</numerusform>
            <numerusform>%n companies</numerusform>
        </translation>
    </message>
</context>
</TS>
