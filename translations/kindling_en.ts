<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- English needs a file only where the number decides the word. -->
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>kindling</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) quiet</source>
        <translation>
            <numerusform>%n day quiet</numerusform>
            <numerusform>%n days quiet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 allows %n day(s)</source>
        <translation>
            <numerusform>%1 allows %n day</numerusform>
            <numerusform>%1 allows %n days</numerusform>
        </translation>
    </message>
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
    <message numerus="yes">
        <source>%n lead(s) are dated to have been decided or qualified before they came in; their times are left out.</source>
        <translation>
            <numerusform>%n lead is dated to have been decided or qualified before it came in; its time is left out.</numerusform>
            <numerusform>%n leads are dated to have been decided or qualified before they came in; their times are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) end before they begin and are left out.</source>
        <translation>
            <numerusform>%n stay ends before it begins and is left out.</numerusform>
            <numerusform>%n stays end before they begin and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
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
    <name>kindling::Finder</name>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kindling::BulkBar</name>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kindling::CampaignsPage</name>
    <message numerus="yes">
        <source>%n campaign(s)</source>
        <translation>
            <numerusform>%n campaign</numerusform>
            <numerusform>%n campaigns</numerusform>
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
<context>
    <name>kindling::DuplicatesPage</name>
    <message numerus="yes">
        <source>%n pair(s) of leads that may be one</source>
        <translation>
            <numerusform>%n pair of leads that may be one</numerusform>
            <numerusform>%n pairs of leads that may be one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kindling::DuplicateNotice</name>
    <message numerus="yes">
        <source>%n possible duplicate(s)</source>
        <translation>
            <numerusform>%n possible duplicate</numerusform>
            <numerusform>%n possible duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n later activities and follow-ups stay with %1</source>
        <translation>
            <numerusform>; %n later activity or follow-up stays with %1</numerusform>
            <numerusform>; %n later activities and follow-ups stay with %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kindling::MergeView</name>
    <message numerus="yes">
        <source>%n activities move along</source>
        <translation>
            <numerusform>%n activity moves along</numerusform>
            <numerusform>%n activities move along</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n follow-ups</source>
        <translation>
            <numerusform>and %n follow-up</numerusform>
            <numerusform>and %n follow-ups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kindling::RestoreDialog</name>
    <message numerus="yes">
        <source>%Ln leads</source>
        <translation>
            <numerusform>%Ln lead</numerusform>
            <numerusform>%Ln leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attached files</source>
        <translation>
            <numerusform>%Ln attached file</numerusform>
            <numerusform>%Ln attached files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kindling::EraseDialog</name>
    <message numerus="yes">
        <source>%n activities</source>
        <translation>
            <numerusform>%n activity</numerusform>
            <numerusform>%n activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-ups</source>
        <translation>
            <numerusform>%n follow-up</numerusform>
            <numerusform>%n follow-ups</numerusform>
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
        <source>%n entries of the history</source>
        <translation>
            <numerusform>%n entry of the history</numerusform>
            <numerusform>%n entries of the history</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kindling::CompanyPanel</name>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kindling::SegmentsPage</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kindling::MainWindow</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new lead(s)</source>
        <translation>
            <numerusform>%n new lead</numerusform>
            <numerusform>%n new leads</numerusform>
        </translation>
    </message>
</context>
</TS>
