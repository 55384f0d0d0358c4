<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Unmoor</name>
    <message>
        <source>The list of accounts %1 is not JSON. Move it away and sign in again.</source>
        <translation>Die Kontenliste %1 ist kein JSON. Die Datei beiseitelegen und neu anmelden.</translation>
    </message>
    <message>
        <source>The OAuth app %1 does not allow signing in with a code. Switch on Enable Device Flow in its settings at %2.</source>
        <translation>Die OAuth-App %1 erlaubt keine Anmeldung mit einem Code. In ihren Einstellungen unter %2 „Enable Device Flow“ einschalten.</translation>
    </message>
    <message>
        <source>%1 knows no OAuth app with the client id %2. Compare it with the one at %3.</source>
        <translation>%1 kennt keine OAuth-App mit der Client-ID %2. Die ID mit der unter %3 vergleichen.</translation>
    </message>
    <message>
        <source>The code was not entered in time. Sign in again for a new one.</source>
        <translation>Der Code wurde nicht rechtzeitig eingegeben. Für einen neuen noch einmal anmelden.</translation>
    </message>
    <message>
        <source>The sign-in was declined in the browser. Nothing was stored.</source>
        <translation>Die Anmeldung wurde im Browser abgelehnt. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>%1 did not sign you in: %2</source>
        <translation>%1 hat die Anmeldung nicht angenommen: %2</translation>
    </message>
    <message>
        <source>%1 does not answer as GitHub does when asked for a sign-in code. Check the host&apos;s name, or paste a token instead.</source>
        <translation>%1 antwortet nicht wie GitHub auf die Frage nach einem Anmeldecode. Den Namen des Hosts prüfen oder stattdessen ein Token einfügen.</translation>
    </message>
    <message>
        <source>Signing in with the browser needs the client id of an OAuth app at %1. Register one at %2/settings/applications/new (any homepage and callback address will do), switch on Enable Device Flow, then: unmoor token login --host %3 --client-id ID</source>
        <translation>Die Anmeldung mit dem Browser braucht die Client-ID einer OAuth-App bei %1. Eine unter %2/settings/applications/new anlegen (Homepage und Callback-Adresse sind beliebig), „Enable Device Flow“ einschalten, dann: unmoor token login --host %3 --client-id ID</translation>
    </message>
    <message>
        <source>A release of a commit that changes files in .github/workflows also needs the scope workflow.</source>
        <translation>Eine Veröffentlichung eines Commits, der Dateien in .github/workflows ändert, braucht auch den Scope workflow.</translation>
    </message>
    <message>
        <source>Create a classic token with the scopes repo and workflow at %1, or a fine-grained one with Contents: write for %2 at %3.</source>
        <translation>Unter %1 ein klassisches Token mit den Scopes repo und workflow anlegen, oder unter %3 ein feingranulares mit Contents: write für %2.</translation>
    </message>
    <message>
        <source>the repository</source>
        <translation>das Repository</translation>
    </message>
    <message>
        <source>%1 does not take this token: it is mistyped, has ended or was revoked.</source>
        <translation>%1 nimmt dieses Token nicht: Es ist vertippt, abgelaufen oder widerrufen.</translation>
    </message>
    <message>
        <source>%1 does not answer as GitHub&apos;s API does.</source>
        <translation>%1 antwortet nicht wie die Schnittstelle von GitHub.</translation>
    </message>
    <message>
        <source>Check the host&apos;s name. An Enterprise server has its API at https://HOST/api/v3.</source>
        <translation>Den Namen des Hosts prüfen. Ein Enterprise-Server hat seine Schnittstelle unter https://HOST/api/v3.</translation>
    </message>
    <message>
        <source>%1 does not say whose token this is.</source>
        <translation>%1 sagt nicht, wem dieses Token gehört.</translation>
    </message>
    <message>
        <source>The organization wants this token approved for single sign-on.</source>
        <translation>Die Organisation verlangt, dass dieses Token für Single Sign-on freigegeben wird.</translation>
    </message>
    <message>
        <source>Approve it at %1</source>
        <translation>Es unter %1 freigeben</translation>
    </message>
    <message>
        <source>Approve it on the page of your tokens: Configure SSO, then Authorize.</source>
        <translation>Auf der Seite der eigenen Token freigeben: Configure SSO, dann Authorize.</translation>
    </message>
    <message>
        <source>This token has no scopes, so it reads what is public and nothing more.</source>
        <translation>Dieses Token hat keine Scopes; es liest nur, was öffentlich ist.</translation>
    </message>
    <message>
        <source>This token has the scopes %1; releases need repo.</source>
        <translation>Dieses Token hat die Scopes %1; Veröffentlichungen brauchen repo.</translation>
    </message>
    <message>
        <source>Its scopes let it publish wherever its owner may write.</source>
        <translation>Mit seinen Scopes darf es überall veröffentlichen, wo sein Besitzer schreiben darf.</translation>
    </message>
    <message>
        <source>What a %1 token may do depends on the repository: check it in a project.</source>
        <translation>Was ein Token der Art „%1“ darf, hängt vom Repository ab: in einem Projekt prüfen.</translation>
    </message>
    <message>
        <source>%1 could not be read, so nothing is known.</source>
        <translation>%1 konnte nicht gelesen werden, also ist nichts bekannt.</translation>
    </message>
    <message>
        <source>A private repository needs the scope repo. %1</source>
        <translation>Ein privates Repository braucht den Scope repo. %1</translation>
    </message>
    <message>
        <source>Check the name, and that %1 has access to it.</source>
        <translation>Den Namen prüfen, und ob %1 Zugriff darauf hat.</translation>
    </message>
    <message>
        <source>Check the name, and add the repository to those the token is for: %1</source>
        <translation>Den Namen prüfen, und das Repository zu denen hinzufügen, für die das Token gilt: %1</translation>
    </message>
    <message>
        <source>This token does not see %1.</source>
        <translation>Dieses Token sieht %1 nicht.</translation>
    </message>
    <message>
        <source>%1 is archived: nobody can publish there.</source>
        <translation>%1 ist archiviert: Niemand kann dort veröffentlichen.</translation>
    </message>
    <message>
        <source>%1 may read %2, but not write to it.</source>
        <translation>%1 darf %2 lesen, aber nicht darin schreiben.</translation>
    </message>
    <message>
        <source>Ask an owner of the repository for the role Write.</source>
        <translation>Einen Besitzer des Repositorys um die Rolle Write bitten.</translation>
    </message>
    <message>
        <source>%1 is private, and this token is for public ones.</source>
        <translation>%1 ist privat, und dieses Token gilt für öffentliche.</translation>
    </message>
    <message>
        <source>It can publish to %1.</source>
        <translation>Es kann in %1 veröffentlichen.</translation>
    </message>
    <message>
        <source>This token may read %1, but not write releases: it needs %2.</source>
        <translation>Dieses Token darf %1 lesen, aber keine Veröffentlichungen schreiben: Es braucht %2.</translation>
    </message>
    <message>
        <source>Give the job `permissions: contents: write` in its workflow.</source>
        <translation>Dem Job in seinem Workflow `permissions: contents: write` geben.</translation>
    </message>
    <message>
        <source>Give it Contents: write at %1, or replace it. %2</source>
        <translation>Ihm unter %1 Contents: write geben, oder es ersetzen. %2</translation>
    </message>
    <message>
        <source>%1 does not say whether this token may write releases of %2; publishing will tell.</source>
        <translation>%1 sagt nicht, ob dieses Token Veröffentlichungen von %2 schreiben darf; das zeigt sich beim Veröffentlichen.</translation>
    </message>
    <message>
        <source>It needs Contents: write, and Workflows: write where the commit changes .github/workflows.</source>
        <translation>Es braucht Contents: write, und Workflows: write, wo der Commit .github/workflows ändert.</translation>
    </message>
    <message>
        <source>a classic token</source>
        <translation>ein klassisches Token</translation>
    </message>
    <message>
        <source>a token of a browser sign-in</source>
        <translation>ein Token einer Anmeldung im Browser</translation>
    </message>
    <message>
        <source>a fine-grained token</source>
        <translation>ein feingranulares Token</translation>
    </message>
    <message>
        <source>a token of a GitHub App</source>
        <translation>ein Token einer GitHub-App</translation>
    </message>
    <message>
        <source>the token of an Actions run</source>
        <translation>das Token eines Actions-Laufs</translation>
    </message>
    <message>
        <source>a token</source>
        <translation>ein Token</translation>
    </message>
    <message>
        <source>%1 with the scopes %2</source>
        <translation>%1 mit den Scopes %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 at %2: %3</source>
        <translation>%1 bei %2: %3</translation>
    </message>
    <message>
        <source>ended on %1</source>
        <translation>endete am %1</translation>
    </message>
    <message>
        <source>ends within an hour</source>
        <translation>endet binnen einer Stunde</translation>
    </message>
    <message>
        <source>ends in 1 hour</source>
        <translation>endet in 1 Stunde</translation>
    </message>
    <message>
        <source>ends in %1 hours</source>
        <translation>endet in %1 Stunden</translation>
    </message>
    <message>
        <source>ends in 1 day</source>
        <translation>endet in 1 Tag</translation>
    </message>
    <message>
        <source>ends in %1 days</source>
        <translation>endet in %1 Tagen</translation>
    </message>
    <message>
        <source>ends on %1</source>
        <translation>endet am %1</translation>
    </message>
    <message>
        <source>not taken by the host</source>
        <translation>vom Host nicht angenommen</translation>
    </message>
    <message>
        <source>cannot publish</source>
        <translation>kann nicht veröffentlichen</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>releases, workflows</source>
        <translation>Veröffentlichungen, Workflows</translation>
    </message>
    <message>
        <source>releases</source>
        <translation>Veröffentlichungen</translation>
    </message>
    <message>
        <source>reading only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>It %1.</source>
        <translation>Es %1.</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
    <message>
        <source>new; needed by %1</source>
        <translation>neu; gebraucht von %1</translation>
    </message>
    <message>
        <source>sets %1</source>
        <translation>setzt %1</translation>
    </message>
    <message>
        <source>gone; still needed by %1</source>
        <translation>fort; noch gebraucht von %1</translation>
    </message>
    <message>
        <source>%1 was read only up to its damage: what lies behind that is not compared</source>
        <translation>%1 wurde nur bis zur Beschädigung gelesen: Was dahinter liegt, ist nicht verglichen</translation>
    </message>
    <message>
        <source>macOS needed: %1 → %2</source>
        <translation>braucht macOS: %1 → %2</translation>
    </message>
    <message>
        <source>1 launcher now sets the library path</source>
        <translation>1 Startskript setzt nun den Bibliothekspfad</translation>
    </message>
    <message>
        <source>%1 launchers now set the library path</source>
        <translation>%1 Startskripte setzen nun den Bibliothekspfad</translation>
    </message>
    <message>
        <source>1 file lost the executable bit</source>
        <translation>1 Datei verlor das Ausführungsrecht</translation>
    </message>
    <message>
        <source>%1 files lost the executable bit</source>
        <translation>%1 Dateien verloren das Ausführungsrecht</translation>
    </message>
    <message>
        <source>format: %1 → %2</source>
        <translation>Format: %1 → %2</translation>
    </message>
    <message>
        <source>glibc needed: %1 → %2</source>
        <translation>braucht glibc: %1 → %2</translation>
    </message>
    <message>
        <source>%1 (%2 is bundled)</source>
        <translation>%1 (%2 liegt bei)</translation>
    </message>
    <message>
        <source>top folder: %1 → %2</source>
        <translation>oberster Ordner: %1 → %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>it unpacks as %1, but what is inside is neither a tar nor a program</source>
        <translation>es entpackt sich als %1, doch darin ist weder ein tar noch ein Programm</translation>
    </message>
    <message>
        <source>it is a pointer of Git LFS, a text in place of the file; git lfs pull fetches that</source>
        <translation>es ist ein Zeiger von Git LFS, ein Text anstelle der Datei; git lfs pull holt sie</translation>
    </message>
    <message>
        <source>it is a web page or the answer of a server, which was saved in place of the file (download with curl --fail)</source>
        <translation>es ist eine Webseite oder die Antwort eines Servers, die anstelle der Datei gespeichert wurde (mit curl --fail herunterladen)</translation>
    </message>
    <message>
        <source>its first bytes are those of neither</source>
        <translation>seine ersten Bytes sind von keinem der beiden</translation>
    </message>
    <message>
        <source>%1 is not an archive or a program that Unmoor reads: %2. Name a .tar, .tar.xz, .tar.gz, .tar.zst, .tar.bz2, .tar.lz4, .tar.lz, .tar.lzma, .tar.Z, .zip, .7z, .deb or .rpm file, an AppImage, or a program, also one that is packed alone (.gz, .xz, .zst, .bz2, .lz4, .lz, .lzma, .Z).</source>
        <translation>%1 ist kein Archiv oder Programm, das Unmoor liest: %2. Eine Datei .tar, .tar.xz, .tar.gz, .tar.zst, .tar.bz2, .tar.lz4, .tar.lz, .tar.lzma, .tar.Z, .zip, .7z, .deb oder .rpm angeben, ein AppImage oder ein Programm, auch ein einzeln gepacktes (.gz, .xz, .zst, .bz2, .lz4, .lz, .lzma, .Z).</translation>
    </message>
    <message>
        <source>Reading %1 was canceled.</source>
        <translation>Das Lesen von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Could not read %1: %2. Check the disk and start again.</source>
        <translation>%1 konnte nicht gelesen werden: %2. Den Datenträger prüfen und neu beginnen.</translation>
    </message>
    <message>
        <source>%1 is called like a %2 file, but its content is of another kind: %3. Programs that go by the name cannot open it.</source>
        <translation>%1 heißt wie eine %2-Datei, aber der Inhalt ist von anderer Art: %3. Programme, die nach dem Namen gehen, können sie nicht öffnen.</translation>
    </message>
    <message>
        <source>Pack it as its name says, or name it after what it is.</source>
        <translation>Die Datei packen, wie ihr Name sagt, oder nach dem benennen, was sie ist.</translation>
    </message>
    <message>
        <source>Some libraries that its programs need are not in this package. Whether the packages that it depends on bring them was not judged.</source>
        <translation>Einige Bibliotheken, die die Programme brauchen, sind nicht in diesem Paket. Ob die Pakete, von denen es abhängt, sie mitbringen, wurde nicht beurteilt.</translation>
    </message>
    <message>
        <source>Install it once on a fresh system: apt or dnf says what is missing.</source>
        <translation>Es einmal auf einem frischen System installieren: apt oder dnf sagt, was fehlt.</translation>
    </message>
    <message>
        <source>Only the program that starts this AppImage was judged: what its image holds was not read.</source>
        <translation>Nur das Programm, das dieses AppImage startet, wurde beurteilt: Was sein Abbild enthält, wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Unpack it with --appimage-extract where you want to look inside, and inspect an archive of that.</source>
        <translation>Es mit --appimage-extract entpacken, um hineinzusehen, und davon ein Archiv prüfen.</translation>
    </message>
    <message>
        <source>%1 is a %2 file, of which Unmoor reads nothing: only its size and its checksum are known.</source>
        <translation>%1 ist eine %2-Datei, von der Unmoor nichts liest: Nur Größe und Prüfsumme sind bekannt.</translation>
    </message>
    <message>
        <source>Try it on a machine of the kind that it is for.</source>
        <translation>Die Datei auf einem Rechner der Art ausprobieren, für die sie ist.</translation>
    </message>
    <message>
        <source>No target was given, and the name %1 tells none. Whether what is inside is made for the right system and processor, and what only that system asks for, was not judged.</source>
        <translation>Kein Ziel wurde angegeben, und der Name %1 nennt keines. Ob das Enthaltene für das richtige System und den richtigen Prozessor ist, und was nur jenes System verlangt, wurde nicht beurteilt.</translation>
    </message>
    <message>
        <source>Say which it is: --target x86_64-unknown-linux-gnu.</source>
        <translation>Angeben, welches es ist: --target x86_64-unknown-linux-gnu.</translation>
    </message>
    <message>
        <source>The name %1 tells the system (%2), and no processor. Whether what is inside is made for the right processor was not judged.</source>
        <translation>Der Name %1 nennt das System (%2), aber keinen Prozessor. Ob das Enthaltene für den richtigen Prozessor ist, wurde nicht beurteilt.</translation>
    </message>
    <message>
        <source>ad hoc</source>
        <translation>ad hoc</translation>
    </message>
    <message>
        <source>by a certificate</source>
        <translation>durch ein Zertifikat</translation>
    </message>
    <message>
        <source>glibc</source>
        <translation>glibc</translation>
    </message>
    <message>
        <source>macOS</source>
        <translation>macOS</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>needs %1 now</source>
        <translation>braucht nun %1</translation>
    </message>
    <message>
        <source>no longer needs %1</source>
        <translation>braucht %1 nicht mehr</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>signature: %1 → %2</source>
        <translation>Signatur: %1 → %2</translation>
    </message>
    <message>
        <source>leads to %1 now</source>
        <translation>führt nun zu %1</translation>
    </message>
    <message>
        <source>leads to %1 → %2</source>
        <translation>führt zu %1 → %2</translation>
    </message>
    <message>
        <source>now sets %1</source>
        <translation>setzt nun %1</translation>
    </message>
    <message>
        <source>no longer sets %1</source>
        <translation>setzt %1 nicht mehr</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Write it anew from the archive that is meant (sha256sum FILE &gt; FILE.sha256), after making sure that this is the one.</source>
        <translation>Die Prüfsumme aus dem gemeinten Archiv neu schreiben (sha256sum DATEI &gt; DATEI.sha256), nachdem sicher ist, dass es dieses ist.</translation>
    </message>
    <message>
        <source>%1 beside the archive holds no SHA-256 of %2.</source>
        <translation>%1 neben dem Archiv enthält kein SHA-256 von %2.</translation>
    </message>
    <message>
        <source>%1 beside the archive says %2, but the archive&apos;s SHA-256 is %3.</source>
        <translation>%1 neben dem Archiv sagt %2, aber das SHA-256 des Archivs ist %3.</translation>
    </message>
    <message>
        <source>%1 is a device, a pipe or a socket.</source>
        <translation>%1 ist ein Gerät, eine Pipe oder ein Socket.</translation>
    </message>
    <message>
        <source>Leave it out when packing (tar --exclude).</source>
        <translation>Es beim Packen auslassen (tar --exclude).</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; holds characters that cannot be seen.</source>
        <translation>Der Name „%1“ enthält Zeichen, die man nicht sieht.</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is not UTF-8: every machine shows another name.</source>
        <translation>Der Name „%1“ ist kein UTF-8: Jeder Rechner zeigt einen anderen.</translation>
    </message>
    <message>
        <source>Rename the file before packing: letters, digits, &quot;.&quot;, &quot;-&quot; and &quot;_&quot; are the same everywhere.</source>
        <translation>Die Datei vor dem Packen umbenennen: Buchstaben, Ziffern, „.“, „-“ und „_“ sind überall gleich.</translation>
    </message>
    <message>
        <source>%1 gives whoever starts it the rights of its owner or group (%2).</source>
        <translation>%1 gibt jedem, der es startet, die Rechte seines Besitzers oder seiner Gruppe (%2).</translation>
    </message>
    <message>
        <source>Clear the bits before packing: chmod u-s,g-s, or tar --mode=&apos;u-s,g-s&apos;.</source>
        <translation>Die Bits vor dem Packen löschen: chmod u-s,g-s, oder tar --mode=&apos;u-s,g-s&apos;.</translation>
    </message>
    <message>
        <source>Every user of the machine may change %1 after it was unpacked (%2).</source>
        <translation>Jeder Benutzer des Rechners darf %1 nach dem Entpacken ändern (%2).</translation>
    </message>
    <message>
        <source>Take the right away before packing: chmod -R go-w, or tar --mode=go-w.</source>
        <translation>Das Recht vor dem Packen nehmen: chmod -R go-w, oder tar --mode=go-w.</translation>
    </message>
    <message>
        <source>%1 is a program, but cannot be started: its mode is %2 (%3), without the executable bit.</source>
        <translation>%1 ist ein Programm, lässt sich aber nicht starten: Sein Modus ist %2 (%3), ohne Ausführungsrecht.</translation>
    </message>
    <message>
        <source>Install it with install -m755 in installPhase, and pack with Info-ZIP&apos;s zip on Unix, which records modes.</source>
        <translation>Es in installPhase mit install -m755 installieren und mit Info-ZIP unter Unix packen, das Modi festhält.</translation>
    </message>
    <message>
        <source>Install it with install -m755 in installPhase, or chmod +x it before tar packs it.</source>
        <translation>Es in installPhase mit install -m755 installieren, oder chmod +x, bevor tar es packt.</translation>
    </message>
    <message>
        <source>%1 begins with a byte order mark (BOM), before the &quot;#!&quot;: the kernel takes it for no script.</source>
        <translation>%1 beginnt mit einer Byte-Reihenfolge-Marke (BOM), vor dem „#!“: Der Kernel hält es für kein Skript.</translation>
    </message>
    <message>
        <source>Save it as UTF-8 without BOM: sed -i &apos;1s/^\xEF\xBB\xBF//&apos; %1.</source>
        <translation>Es als UTF-8 ohne BOM speichern: sed -i &apos;1s/^\xEF\xBB\xBF//&apos; %1.</translation>
    </message>
    <message>
        <source>The first line of %1 ends in a carriage return (CR), as files of Windows do: the kernel looks for &quot;%2\r&quot;.</source>
        <translation>Die erste Zeile von %1 endet mit einem Wagenrücklauf (CR), wie in Dateien von Windows: Der Kernel sucht „%2\r“.</translation>
    </message>
    <message>
        <source>Give it Unix line ends before packing (dos2unix), and keep git from changing them: &quot;* text eol=lf&quot; in .gitattributes.</source>
        <translation>Ihm vor dem Packen Unix-Zeilenenden geben (dos2unix), und git von Änderungen abhalten: „* text eol=lf“ in .gitattributes.</translation>
    </message>
    <message>
        <source>%1 is started by %2, which users do not have.</source>
        <translation>%1 wird von %2 gestartet, das Benutzer nicht haben.</translation>
    </message>
    <message>
        <source>Write #!/bin/sh or #!/usr/bin/env … and keep patchShebangs away from it: dontPatchShebangs = true, or write the launcher in installPhase after fixup.</source>
        <translation>#!/bin/sh oder #!/usr/bin/env … schreiben und patchShebangs davon fernhalten: dontPatchShebangs = true, oder das Startskript in installPhase nach fixup schreiben.</translation>
    </message>
    <message>
        <source>%1 is started by %2, which is a file of the machine that built it; users do not have it.</source>
        <translation>%1 wird von %2 gestartet, einer Datei des bauenden Rechners; Benutzer haben sie nicht.</translation>
    </message>
    <message>
        <source>Write #!/bin/sh, or let it be found: #!/usr/bin/env %1.</source>
        <translation>#!/bin/sh schreiben, oder suchen lassen: #!/usr/bin/env %1.</translation>
    </message>
    <message>
        <source>%1 is started by &quot;%2&quot;, which the kernel looks for in the user&apos;s current folder.</source>
        <translation>%1 wird von „%2“ gestartet, das der Kernel im aktuellen Ordner des Benutzers sucht.</translation>
    </message>
    <message>
        <source>Name it by its whole path: #!/bin/sh, or #!/usr/bin/env %1.</source>
        <translation>Es mit ganzem Pfad nennen: #!/bin/sh, oder #!/usr/bin/env %1.</translation>
    </message>
    <message>
        <source>%1 is started by &quot;%2&quot;, which env looks for in the user&apos;s current folder.</source>
        <translation>%1 wird von „%2“ gestartet, das env im aktuellen Ordner des Benutzers sucht.</translation>
    </message>
    <message>
        <source>Name it by its whole path, or without a folder: #!/usr/bin/env %1.</source>
        <translation>Es mit ganzem Pfad nennen, oder ohne Ordner: #!/usr/bin/env %1.</translation>
    </message>
    <message>
        <source>Linux hands all that follows env to it as one word, so that %1 is started by a program called &quot;%2&quot;, which is nowhere.</source>
        <translation>Linux gibt alles, was auf env folgt, als ein Wort weiter, so dass %1 von einem Programm namens „%2“ gestartet wird, das es nirgends gibt.</translation>
    </message>
    <message>
        <source>Let env split it: #!/usr/bin/env -S %1.</source>
        <translation>Es von env trennen lassen: #!/usr/bin/env -S %1.</translation>
    </message>
    <message>
        <source>The link %1 leads to %2, which is not in the archive.</source>
        <translation>Der Link %1 führt zu %2, das nicht im Archiv ist.</translation>
    </message>
    <message>
        <source>The link %1 leads to %2, and from there in a circle.</source>
        <translation>Der Link %1 führt zu %2, und von dort im Kreis.</translation>
    </message>
    <message>
        <source>The link %1 leads to %2, and from there out of the archive.</source>
        <translation>Der Link %1 führt zu %2, und von dort aus dem Archiv hinaus.</translation>
    </message>
    <message>
        <source>Pack what it leads to as well, make the link anew (ln -sr), or copy the file (cp -L).</source>
        <translation>Auch packen, wohin er führt, den Link neu anlegen (ln -sr), oder die Datei kopieren (cp -L).</translation>
    </message>
    <message>
        <source>%1 and %2 are one file on macOS and Windows: the later one overwrites the other.</source>
        <translation>%1 und %2 sind unter macOS und Windows eine Datei: Die spätere überschreibt die andere.</translation>
    </message>
    <message>
        <source>Rename one of them.</source>
        <translation>Eine von beiden umbenennen.</translation>
    </message>
    <message>
        <source>it names a drive</source>
        <translation>er nennt ein Laufwerk</translation>
    </message>
    <message>
        <source>it is absolute</source>
        <translation>er ist absolut</translation>
    </message>
    <message>
        <source>&quot;..&quot; leads out of the folder</source>
        <translation>„..“ führt aus dem Ordner hinaus</translation>
    </message>
    <message>
        <source>the backslash separates folders on Windows</source>
        <translation>der Backslash trennt unter Windows Ordner</translation>
    </message>
    <message>
        <source>(entry %1)</source>
        <translation>(Eintrag %1)</translation>
    </message>
    <message>
        <source>Entry %1 has no name, or none that can be read: some programs leave it out when they unpack, and others refuse the archive.</source>
        <translation>Eintrag %1 hat keinen Namen, oder keinen lesbaren: Manche Programme lassen ihn beim Entpacken aus, andere lehnen das Archiv ab.</translation>
    </message>
    <message>
        <source>Pack anew with tar or zip; a name that is empty comes from whatever wrote this archive.</source>
        <translation>Neu mit tar oder zip packen; ein leerer Name kommt von dem, was dieses Archiv schrieb.</translation>
    </message>
    <message>
        <source>The archive was packed with a window of %1, and cannot be unpacked with common tools: zstd and what builds on it stop at %2.</source>
        <translation>Das Archiv wurde mit einem Fenster von %1 gepackt und lässt sich mit üblichen Werkzeugen nicht entpacken: zstd und was darauf baut enden bei %2.</translation>
    </message>
    <message>
        <source>Pack without --long, or with --long=27 at most, and without --ultra -22.</source>
        <translation>Ohne --long packen, oder höchstens mit --long=27, und ohne --ultra -22.</translation>
    </message>
    <message>
        <source>something follows the end of the compressed data</source>
        <translation>auf das Ende der gepackten Daten folgt noch etwas</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>The file ends before the archive does. What comes after that byte is unknown, so nothing is said about missing entries.</source>
        <translation>Die Datei endet vor dem Archiv. Was nach diesem Byte kommt, ist unbekannt; über fehlende Einträge wird darum nichts gesagt.</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>A checksum or the format is broken. What was read before that byte may be wrong, too.</source>
        <translation>Eine Prüfsumme oder das Format stimmt nicht. Auch was davor gelesen wurde, kann falsch sein.</translation>
    </message>
    <message>
        <source>wrong checksum</source>
        <translation>falsche Prüfsumme</translation>
    </message>
    <message>
        <source>The .sha256 file beside the archive names another digest: one of the two was changed or mixed up.</source>
        <translation>Die .sha256-Datei neben dem Archiv nennt eine andere Prüfsumme: Eine der beiden wurde geändert oder verwechselt.</translation>
    </message>
    <message>
        <source>wrong name</source>
        <translation>falscher Name</translation>
    </message>
    <message>
        <source>The file&apos;s name promises another format than it has: programs that go by the name fail.</source>
        <translation>Der Name der Datei verspricht ein anderes Format, als sie hat: Programme, die nach dem Namen gehen, scheitern.</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source>Part of the file, or all of it, could not be judged. What is green is the rest.</source>
        <translation>Ein Teil der Datei, oder die ganze, konnte nicht beurteilt werden. Was grün ist, ist der Rest.</translation>
    </message>
    <message>
        <source>The content of this member does not match its checksum, or is packed in a way that few programs read.</source>
        <translation>Der Inhalt dieser Datei passt nicht zu ihrer Prüfsumme, oder ist so gepackt, wie es wenige Programme lesen.</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>The content is locked with a password: nobody can check it, and most users cannot open it.</source>
        <translation>Der Inhalt ist mit einem Passwort gesperrt: Niemand kann ihn prüfen, und die meisten können ihn nicht öffnen.</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>Reading stopped at one of the limits that protect this machine; what comes later is unknown.</source>
        <translation>Das Lesen endete an einer der Grenzen, die diesen Rechner schützen; was danach kommt, ist unbekannt.</translation>
    </message>
    <message>
        <source>leaves its folder</source>
        <translation>verlässt seinen Ordner</translation>
    </message>
    <message>
        <source>Unpacking would write outside the folder that the user chose. Careful programs refuse the archive.</source>
        <translation>Beim Entpacken würde außerhalb des gewählten Ordners geschrieben. Vorsichtige Programme lehnen das Archiv ab.</translation>
    </message>
    <message>
        <source>leads outside</source>
        <translation>führt hinaus</translation>
    </message>
    <message>
        <source>The link points at a file of the user&apos;s own machine, which is not there or is not what was meant.</source>
        <translation>Der Link zeigt auf eine Datei auf dem Rechner des Benutzers, die nicht da ist oder nicht gemeint war.</translation>
    </message>
    <message>
        <source>leads nowhere</source>
        <translation>führt nirgendwohin</translation>
    </message>
    <message>
        <source>The link points at a file that the archive does not hold.</source>
        <translation>Der Link zeigt auf eine Datei, die nicht im Archiv ist.</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>Two entries have the same name. Unpacking keeps the last one, without a word about the first.</source>
        <translation>Zwei Einträge haben denselben Namen. Beim Entpacken bleibt der letzte, ohne ein Wort über den ersten.</translation>
    </message>
    <message>
        <source>same but for case</source>
        <translation>bis auf Großschreibung gleich</translation>
    </message>
    <message>
        <source>Two names differ in upper and lower case alone. On macOS and Windows one overwrites the other.</source>
        <translation>Zwei Namen unterscheiden sich nur in Groß- und Kleinschreibung. Unter macOS und Windows überschreibt einer den anderen.</translation>
    </message>
    <message>
        <source>unreadable name</source>
        <translation>unlesbarer Name</translation>
    </message>
    <message>
        <source>The name holds characters that cannot be seen, or that turn text around, or that are no UTF-8. It is not what it looks like, or looks different on every machine.</source>
        <translation>Der Name enthält Zeichen, die man nicht sieht, die Text umkehren oder die kein UTF-8 sind. Er ist nicht, was er zu sein scheint, oder sieht auf jedem Rechner anders aus.</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>Devices, pipes and sockets have no place in a release, and cannot be unpacked without rights.</source>
        <translation>Geräte, Pipes und Sockets gehören in keine Veröffentlichung und lassen sich ohne Rechte nicht entpacken.</translation>
    </message>
    <message>
        <source>set-user-id</source>
        <translation>Set-User-ID</translation>
    </message>
    <message>
        <source>Whoever starts the program gets the rights of its owner.</source>
        <translation>Wer das Programm startet, bekommt die Rechte seines Besitzers.</translation>
    </message>
    <message>
        <source>anyone may write</source>
        <translation>jeder darf schreiben</translation>
    </message>
    <message>
        <source>Every user of the machine may change the file after it was unpacked.</source>
        <translation>Jeder Benutzer des Rechners darf die Datei nach dem Entpacken ändern.</translation>
    </message>
    <message>
        <source>wrong folder</source>
        <translation>falscher Ordner</translation>
    </message>
    <message>
        <source>Install scripts and package recipes look for the files in the folder that the layout names.</source>
        <translation>Installationsskripte und Paketrezepte suchen die Dateien in dem Ordner, den das Layout nennt.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>The layout in unmoor.toml asks for it, and the archive does not hold it.</source>
        <translation>Das Layout in unmoor.toml verlangt es, und das Archiv enthält es nicht.</translation>
    </message>
    <message>
        <source>unexpected</source>
        <translation>unerwartet</translation>
    </message>
    <message>
        <source>No line of the layout names it: a leftover of the build, or a file that the layout should know.</source>
        <translation>Keine Zeile des Layouts nennt es: ein Rest vom Bauen, oder eine Datei, die das Layout kennen sollte.</translation>
    </message>
    <message>
        <source>not executable</source>
        <translation>nicht ausführbar</translation>
    </message>
    <message>
        <source>The file is a program, but its mode lacks the executable bit: starting it ends with &quot;Permission denied&quot;.</source>
        <translation>Die Datei ist ein Programm, aber ihrem Modus fehlt das Ausführungsrecht: Der Start endet mit „Permission denied“.</translation>
    </message>
    <message>
        <source>wrong first line</source>
        <translation>falsche erste Zeile</translation>
    </message>
    <message>
        <source>The system finds no interpreter for the script: its first line names one that users do not have, one in the current folder, or holds bytes of Windows.</source>
        <translation>Das System findet keinen Interpreter für das Skript: Die erste Zeile nennt einen, den Benutzer nicht haben, einen im aktuellen Ordner, oder enthält Bytes von Windows.</translation>
    </message>
    <message>
        <source>no rights</source>
        <translation>keine Rechte</translation>
    </message>
    <message>
        <source>After unpacking, not even the user who did it may read the file or go into the folder.</source>
        <translation>Nach dem Entpacken darf nicht einmal der Benutzer, der es tat, die Datei lesen oder den Ordner betreten.</translation>
    </message>
    <message>
        <source>for one user</source>
        <translation>für einen Benutzer</translation>
    </message>
    <message>
        <source>Only the user who unpacks it may read it. Installed for everyone, it works for root alone.</source>
        <translation>Nur wer entpackt, darf es lesen. Für alle installiert funktioniert es nur bei root.</translation>
    </message>
    <message>
        <source>no name on Windows</source>
        <translation>kein Name unter Windows</translation>
    </message>
    <message>
        <source>Windows refuses the name: the file, or the whole archive, is not unpacked there.</source>
        <translation>Windows lehnt den Namen ab: Die Datei, oder das ganze Archiv, wird dort nicht entpackt.</translation>
    </message>
    <message>
        <source>no link on Windows</source>
        <translation>kein Link unter Windows</translation>
    </message>
    <message>
        <source>Windows makes no symbolic link when it unpacks: what the link leads to is missing under that name.</source>
        <translation>Windows legt beim Entpacken keinen symbolischen Link an: Wohin er führt, fehlt unter diesem Namen.</translation>
    </message>
    <message>
        <source>backslashes</source>
        <translation>Backslashes</translation>
    </message>
    <message>
        <source>The zip has backslashes between folders. Programs that follow the format make one file with a backslash in its name, and no folder.</source>
        <translation>Das Zip hat Backslashes zwischen den Ordnern. Programme, die dem Format folgen, machen daraus eine Datei mit einem Backslash im Namen, und keinen Ordner.</translation>
    </message>
    <message>
        <source>left by macOS</source>
        <translation>von macOS hinterlassen</translation>
    </message>
    <message>
        <source>Files that macOS keeps for itself (._x, .DS_Store). Some programs take them for what they are called after.</source>
        <translation>Dateien, die macOS für sich anlegt (._x, .DS_Store). Manche Programme halten sie für das, wonach sie heißen.</translation>
    </message>
    <message>
        <source>not looked into</source>
        <translation>nicht hineingesehen</translation>
    </message>
    <message>
        <source>An archive in the archive. What is in it was not judged.</source>
        <translation>Ein Archiv im Archiv. Was darin ist, wurde nicht beurteilt.</translation>
    </message>
    <message>
        <source>same content</source>
        <translation>gleicher Inhalt</translation>
    </message>
    <message>
        <source>The same bytes are packed more than once under several names, where a link would do.</source>
        <translation>Dieselben Bytes sind mehrfach unter verschiedenen Namen gepackt, wo ein Link reichte.</translation>
    </message>
    <message>
        <source>owner recorded</source>
        <translation>Besitzer festgehalten</translation>
    </message>
    <message>
        <source>The archive records who built it. Two builds of the same source then differ.</source>
        <translation>Das Archiv hält fest, wer es gebaut hat. Zwei Builds derselben Quelle unterscheiden sich dann.</translation>
    </message>
    <message>
        <source>time recorded</source>
        <translation>Zeit festgehalten</translation>
    </message>
    <message>
        <source>The archive records when it was built. Two builds of the same source then differ.</source>
        <translation>Das Archiv hält fest, wann es gebaut wurde. Zwei Builds derselben Quelle unterscheiden sich dann.</translation>
    </message>
    <message>
        <source>no program</source>
        <translation>kein Programm</translation>
    </message>
    <message>
        <source>Its name, its mode or the layout calls it a program or library, but its content is none.</source>
        <translation>Name, Modus oder Layout nennen es ein Programm oder eine Bibliothek, aber der Inhalt ist keines.</translation>
    </message>
    <message>
        <source>link as a text</source>
        <translation>Link als Text</translation>
    </message>
    <message>
        <source>A symbolic link was packed as a text that holds where it led. Whoever opens it gets the text.</source>
        <translation>Ein symbolischer Link wurde als Text gepackt, der sagt, wohin er führte. Wer ihn öffnet, bekommt den Text.</translation>
    </message>
    <message>
        <source>not fetched</source>
        <translation>nicht geholt</translation>
    </message>
    <message>
        <source>A text that Git LFS keeps in place of the file was packed, not the file.</source>
        <translation>Gepackt wurde ein Text, den Git LFS anstelle der Datei hält, nicht die Datei.</translation>
    </message>
    <message>
        <source>runs from the store</source>
        <translation>läuft aus dem Store</translation>
    </message>
    <message>
        <source>The program hands over to a file of /nix/store, which users do not have: it ends with &quot;No such file or directory&quot;.</source>
        <translation>Das Programm übergibt an eine Datei in /nix/store, die Benutzer nicht haben: Es endet mit „No such file or directory“.</translation>
    </message>
    <message>
        <source>wrong format</source>
        <translation>falsches Format</translation>
    </message>
    <message>
        <source>The program is made for another system: it cannot start there at all.</source>
        <translation>Das Programm ist für ein anderes System: Es kann dort gar nicht starten.</translation>
    </message>
    <message>
        <source>wrong processor</source>
        <translation>falscher Prozessor</translation>
    </message>
    <message>
        <source>The program is made for another processor: it cannot start there, or only in an emulator.</source>
        <translation>Das Programm ist für einen anderen Prozessor: Es kann dort nicht starten, oder nur in einem Emulator.</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>Headers of the program point at bytes that the file does not hold. It was cut, or changed after it was linked.</source>
        <translation>Kopfdaten des Programms zeigen auf Bytes, die die Datei nicht enthält. Sie wurde abgeschnitten oder nach dem Linken geändert.</translation>
    </message>
    <message>
        <source>glibc too new</source>
        <translation>glibc zu neu</translation>
    </message>
    <message>
        <source>The program asks for a newer C library than the oldest system that it is made for has.</source>
        <translation>Das Programm verlangt eine neuere C-Bibliothek, als das älteste unterstützte System hat.</translation>
    </message>
    <message>
        <source>libstdc++ too new</source>
        <translation>libstdc++ zu neu</translation>
    </message>
    <message>
        <source>The program asks for a newer C++ library than the oldest system that it is made for has.</source>
        <translation>Das Programm verlangt eine neuere C++-Bibliothek, als das älteste unterstützte System hat.</translation>
    </message>
    <message>
        <source>does not start</source>
        <translation>startet nicht</translation>
    </message>
    <message>
        <source>The path of the loader is relative, so the kernel looks for it in the user&apos;s current folder. From anywhere else the program ends with &quot;No such file or directory&quot;; and whatever lies under that name there is run instead.</source>
        <translation>Der Pfad des Laders ist relativ, also sucht ihn der Kernel im aktuellen Ordner des Benutzers. Von überall sonst endet das Programm mit „No such file or directory“; und was dort unter diesem Namen liegt, wird stattdessen ausgeführt.</translation>
    </message>
    <message>
        <source>The loader is one in /nix/store, which users do not have: the program ends with &quot;No such file or directory&quot;.</source>
        <translation>Der Lader ist einer in /nix/store, den Benutzer nicht haben: Das Programm endet mit „No such file or directory“.</translation>
    </message>
    <message>
        <source>The program names a loader that no system of the target has in that place.</source>
        <translation>Das Programm nennt einen Lader, den kein System des Ziels an dieser Stelle hat.</translation>
    </message>
    <message>
        <source>store path</source>
        <translation>Store-Pfad</translation>
    </message>
    <message>
        <source>Libraries are looked for in /nix/store, which users do not have.</source>
        <translation>Bibliotheken werden in /nix/store gesucht, das Benutzer nicht haben.</translation>
    </message>
    <message>
        <source>unsafe path</source>
        <translation>unsicherer Pfad</translation>
    </message>
    <message>
        <source>Libraries are looked for in a folder that depends on where the user stands, or on the machine that built it. Whoever can write there decides what is loaded.</source>
        <translation>Bibliotheken werden in einem Ordner gesucht, der davon abhängt, wo der Benutzer steht, oder vom bauenden Rechner. Wer dort schreiben kann, bestimmt, was geladen wird.</translation>
    </message>
    <message>
        <source>library missing</source>
        <translation>Bibliothek fehlt</translation>
    </message>
    <message>
        <source>The loader finds a needed library neither in the archive nor in the base system: the program does not start.</source>
        <translation>Der Lader findet eine nötige Bibliothek weder im Archiv noch im Grundsystem: Das Programm startet nicht.</translation>
    </message>
    <message>
        <source>out of reach</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>The needed library is in the archive, but no path that the loader takes leads there.</source>
        <translation>Die nötige Bibliothek ist im Archiv, aber kein Pfad des Laders führt dorthin.</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht benutzt</translation>
    </message>
    <message>
        <source>No program or library of the archive asks for it by name. It may still be opened while a program runs.</source>
        <translation>Kein Programm und keine Bibliothek des Archivs verlangt sie beim Namen. Sie kann dennoch zur Laufzeit geöffnet werden.</translation>
    </message>
    <message>
        <source>loader missing</source>
        <translation>Lader fehlt</translation>
    </message>
    <message>
        <source>The archive brings its own C library, but not the loader of the same build. The two must match exactly.</source>
        <translation>Das Archiv bringt eine eigene C-Bibliothek mit, aber nicht den Lader desselben Builds. Die beiden müssen genau zusammenpassen.</translation>
    </message>
    <message>
        <source>musl only</source>
        <translation>nur musl</translation>
    </message>
    <message>
        <source>The program needs the loader of musl, which few systems have. A static program runs everywhere.</source>
        <translation>Das Programm braucht den Lader von musl, den wenige Systeme haben. Ein statisches Programm läuft überall.</translation>
    </message>
    <message>
        <source>leaks libraries</source>
        <translation>gibt Bibliotheken weiter</translation>
    </message>
    <message>
        <source>The launcher exports a library path that holds a C library. Every program that is started from there gets this C library, too, and may fail.</source>
        <translation>Das Startskript exportiert einen Bibliothekspfad mit einer C-Bibliothek. Jedes von dort gestartete Programm bekommt diese C-Bibliothek und kann daran scheitern.</translation>
    </message>
    <message>
        <source>weak hardening</source>
        <translation>schwach gehärtet</translation>
    </message>
    <message>
        <source>The program lacks a protection that compilers turn on by default.</source>
        <translation>Dem Programm fehlt ein Schutz, den Compiler von sich aus einschalten.</translation>
    </message>
    <message>
        <source>has symbols</source>
        <translation>hat Symbole</translation>
    </message>
    <message>
        <source>Symbols or debug information that users do not need make the file larger.</source>
        <translation>Symbole oder Debug-Informationen, die Benutzer nicht brauchen, vergrößern die Datei.</translation>
    </message>
    <message>
        <source>store path inside</source>
        <translation>Store-Pfad darin</translation>
    </message>
    <message>
        <source>The file names paths of /nix/store. That is often harmless text; where the program opens them, it fails.</source>
        <translation>Die Datei nennt Pfade in /nix/store. Das ist oft harmloser Text; wo das Programm sie öffnet, scheitert es.</translation>
    </message>
    <message>
        <source>A library is loaded from a path that only the building machine has.</source>
        <translation>Eine Bibliothek wird von einem Pfad geladen, den nur der bauende Rechner hat.</translation>
    </message>
    <message>
        <source>odd install name</source>
        <translation>seltsamer install name</translation>
    </message>
    <message>
        <source>The library names a place of the building machine as its own. Programs that are linked to it look there.</source>
        <translation>Die Bibliothek nennt einen Ort des bauenden Rechners als ihren eigenen. Programme, die mit ihr gelinkt sind, suchen dort.</translation>
    </message>
    <message>
        <source>The loader finds an @rpath library in none of the places that the program names.</source>
        <translation>Der Lader findet eine @rpath-Bibliothek an keinem der Orte, die das Programm nennt.</translation>
    </message>
    <message>
        <source>newer macOS</source>
        <translation>neueres macOS</translation>
    </message>
    <message>
        <source>It runs only on a newer macOS than the archive is made for, or than the program that loads it.</source>
        <translation>Es läuft nur auf einem neueren macOS als dem, für das das Archiv ist, oder als das Programm, das es lädt.</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>nicht signiert</translation>
    </message>
    <message>
        <source>On Apple silicon the kernel kills a program without a valid signature at its start.</source>
        <translation>Auf Apple Silicon beendet der Kernel ein Programm ohne gültige Signatur beim Start.</translation>
    </message>
    <message>
        <source>signed ad hoc</source>
        <translation>ad hoc signiert</translation>
    </message>
    <message>
        <source>It has a signature, but no developer&apos;s: after a download Gatekeeper asks the user, or refuses.</source>
        <translation>Es hat eine Signatur, aber keine eines Entwicklers: Nach einem Download fragt Gatekeeper den Benutzer, oder lehnt ab.</translation>
    </message>
    <message>
        <source>DLL missing</source>
        <translation>DLL fehlt</translation>
    </message>
    <message>
        <source>The program needs a DLL that is neither beside it nor part of Windows.</source>
        <translation>Das Programm braucht eine DLL, die weder daneben liegt noch zu Windows gehört.</translation>
    </message>
    <message>
        <source>needs VC++ runtime</source>
        <translation>braucht VC++-Laufzeit</translation>
    </message>
    <message>
        <source>The program needs the Visual C++ runtime, which many machines have, and a fresh Windows has not.</source>
        <translation>Das Programm braucht die Visual-C++-Laufzeit, die viele Rechner haben, ein frisches Windows aber nicht.</translation>
    </message>
    <message>
        <source>DLL out of reach</source>
        <translation>DLL nicht erreichbar</translation>
    </message>
    <message>
        <source>Windows looks in the program&apos;s own folder. This DLL lies in another one, so only a program that knows the path finds it.</source>
        <translation>Windows sucht im Ordner des Programms. Diese DLL liegt in einem anderen; nur ein Programm, das den Pfad kennt, findet sie.</translation>
    </message>
    <message>
        <source>DLL at first use</source>
        <translation>DLL bei erster Benutzung</translation>
    </message>
    <message>
        <source>The DLL is loaded when it is first used. Without it the program starts, and may fail later.</source>
        <translation>Die DLL wird bei der ersten Benutzung geladen. Ohne sie startet das Programm und kann später scheitern.</translation>
    </message>
    <message>
        <source>zlib could not be started</source>
        <translation>zlib konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>gzip: %1</source>
        <translation>gzip: %1</translation>
    </message>
    <message>
        <source>the gzip stream has no end</source>
        <translation>der gzip-Strom hat kein Ende</translation>
    </message>
    <message>
        <source>something follows the end of the gzip stream</source>
        <translation>auf das Ende des gzip-Stroms folgt noch etwas</translation>
    </message>
    <message>
        <source>before its first entry</source>
        <translation>vor seinem ersten Eintrag</translation>
    </message>
    <message>
        <source>after %1 entries, near %2</source>
        <translation>nach %1 Einträgen, bei %2</translation>
    </message>
    <message>
        <source>Reading %1 made no progress for %2 s, %3, and was ended. The disk may be too slow: try again. If it ends there again, please report it with the archive.</source>
        <translation>Das Lesen von %1 kam %2 s lang nicht voran, %3, und wurde beendet. Vielleicht ist der Datenträger zu langsam: noch einmal versuchen. Endet es wieder dort, bitte mit dem Archiv melden.</translation>
    </message>
    <message>
        <source>Could not start %1 to read %2: %3. Install Unmoor anew, or check its permissions.</source>
        <translation>%1 konnte nicht gestartet werden, um %2 zu lesen: %3. Unmoor neu installieren oder seine Rechte prüfen.</translation>
    </message>
    <message>
        <source>Reading %1 needs more than the %2 of memory that it may take, %3, and was ended. Nothing was judged. An archive of a release needs far less: this one is most likely a mistake or an attack. Where it is meant, pack fewer files.</source>
        <translation>Das Lesen von %1 braucht mehr als die erlaubten %2 Speicher, %3, und wurde beendet. Nichts wurde beurteilt. Ein Archiv einer Veröffentlichung braucht weit weniger: Dieses ist wohl ein Irrtum oder ein Angriff. Ist es gewollt, weniger Dateien packen.</translation>
    </message>
    <message>
        <source>gave an answer that makes no sense</source>
        <translation>gab eine Antwort ohne Sinn</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>ist abgestürzt</translation>
    </message>
    <message>
        <source>ended with code %1</source>
        <translation>endete mit Code %1</translation>
    </message>
    <message>
        <source>The process that reads %1 %2, %3. Nothing was judged, and nothing else is affected. This is a mistake in Unmoor or an attack on it: please report it with the archive.</source>
        <translation>Der Prozess, der %1 liest, %2, %3. Nichts wurde beurteilt, und sonst ist nichts betroffen. Das ist ein Fehler in Unmoor oder ein Angriff: bitte mit dem Archiv melden.</translation>
    </message>
    <message>
        <source>Let installPhase put it there (install -D … &quot;$out&quot;/…) before the archive is packed, or take it out of the layout in unmoor.toml.</source>
        <translation>Es von installPhase dorthin legen lassen (install -D … &quot;$out&quot;/…), bevor das Archiv gepackt wird, oder es aus dem Layout in unmoor.toml nehmen.</translation>
    </message>
    <message>
        <source>%1 matches %2 files, but at most %3 are expected.</source>
        <translation>%1 passt auf %2 Dateien, erwartet werden höchstens %3.</translation>
    </message>
    <message>
        <source>Leave out the ones too many when packing, or raise &quot;count&quot; in the layout, for example to &quot;%1+&quot;.</source>
        <translation>Die überzähligen beim Packen auslassen, oder „count“ im Layout erhöhen, etwa auf „%1+“.</translation>
    </message>
    <message>
        <source>%1 is a folder, but a file is expected.</source>
        <translation>%1 ist ein Ordner, erwartet wird eine Datei.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 matches %2 files, but at least %3 are expected.</source>
        <translation>%1 passt auf %2 Dateien, erwartet werden mindestens %3.</translation>
    </message>
    <message>
        <source>%1 cannot be started: its mode is %2 (%3), without the executable bit.</source>
        <translation>%1 lässt sich nicht starten: Sein Modus ist %2 (%3), ohne Ausführungsrecht.</translation>
    </message>
    <message>
        <source>Install it with install -m755 %1 in installPhase (or chmod +x), and pack with Info-ZIP&apos;s zip on Unix, which records modes.</source>
        <translation>Es in installPhase mit install -m755 %1 installieren (oder chmod +x) und mit Info-ZIP unter Unix packen, das Modi festhält.</translation>
    </message>
    <message>
        <source>Install it with install -m755 %1 in installPhase, or chmod +x it before tar packs it: tar keeps the mode that the file has.</source>
        <translation>Es in installPhase mit install -m755 %1 installieren, oder chmod +x, bevor tar es packt: tar behält den Modus der Datei.</translation>
    </message>
    <message>
        <source>%1 is in the archive, but not in the layout.</source>
        <translation>%1 ist im Archiv, aber nicht im Layout.</translation>
    </message>
    <message>
        <source>Leave it out when packing (tar --exclude), or add it to &quot;file&quot; or &quot;allow&quot; of the layout in unmoor.toml.</source>
        <translation>Es beim Packen auslassen (tar --exclude), oder zu „file“ oder „allow“ des Layouts in unmoor.toml hinzufügen.</translation>
    </message>
    <message>
        <source>The folder %1 is empty.</source>
        <translation>Der Ordner %1 ist leer.</translation>
    </message>
    <message>
        <source>Remove it before packing (find &quot;$out&quot; -type d -empty -delete), or allow it in the layout.</source>
        <translation>Ihn vor dem Packen entfernen (find &quot;$out&quot; -type d -empty -delete), oder im Layout erlauben.</translation>
    </message>
    <message>
        <source>The files lie in the folder %1, but the archive should have no top folder.</source>
        <translation>Die Dateien liegen im Ordner %1, das Archiv soll aber keinen obersten Ordner haben.</translation>
    </message>
    <message>
        <source>The files lie in no common folder, but the top folder should be %1.</source>
        <translation>Die Dateien liegen in keinem gemeinsamen Ordner, der oberste Ordner soll aber %1 sein.</translation>
    </message>
    <message>
        <source>The top folder is %1, but it should be %2.</source>
        <translation>Der oberste Ordner ist %1, soll aber %2 sein.</translation>
    </message>
    <message>
        <source>Pack from inside the folder (cd %1 &amp;&amp; zip -r ../archive.zip .), or set root = &quot;%1&quot; in the layout.</source>
        <translation>Aus dem Ordner heraus packen (cd %1 &amp;&amp; zip -r ../archive.zip .), oder root = &quot;%1&quot; im Layout setzen.</translation>
    </message>
    <message>
        <source>Pack with tar --transform &apos;s,^,%1/,&apos;, or set root = &quot;&quot; in the layout.</source>
        <translation>Mit tar --transform &apos;s,^,%1/,&apos; packen, oder root = &quot;&quot; im Layout setzen.</translation>
    </message>
    <message>
        <source>Rename the folder before packing, or pack with tar --transform &apos;s,^%1,%2,&apos;, or set root = &quot;%1&quot; in the layout.</source>
        <translation>Den Ordner vor dem Packen umbenennen, mit tar --transform &apos;s,^%1,%2,&apos; packen, oder root = &quot;%1&quot; im Layout setzen.</translation>
    </message>
    <message>
        <source>Reading stopped: unpacking needs more memory than it may take.</source>
        <translation>Das Lesen endete: Das Entpacken braucht mehr Speicher, als es darf.</translation>
    </message>
    <message>
        <source>Pack with a smaller dictionary or window, as the packers do by themselves.</source>
        <translation>Mit einem kleineren Wörterbuch oder Fenster packen, wie es die Packer von sich aus tun.</translation>
    </message>
    <message>
        <source>the image in it needs %1 bytes</source>
        <translation>das Abbild darin braucht %1 Bytes</translation>
    </message>
    <message>
        <source>canceled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>it unpacks to more than %1</source>
        <translation>es wird entpackt größer als %1</translation>
    </message>
    <message>
        <source>%1 could not be taken out of %2: %3. Read the archive again to see what is in it now.</source>
        <translation>%1 konnte nicht aus %2 geholt werden: %3. Das Archiv noch einmal lesen, um zu sehen, was nun darin ist.</translation>
    </message>
    <message>
        <source>Taking the file out of the archive was canceled.</source>
        <translation>Das Herausholen der Datei aus dem Archiv wurde abgebrochen.</translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation>sie ist nicht mehr da</translation>
    </message>
    <message>
        <source>it is packed in a way that is not known here</source>
        <translation>sie ist auf eine hier unbekannte Weise gepackt</translation>
    </message>
    <message>
        <source>it is not there any more, or two entries have its name</source>
        <translation>sie ist nicht mehr da, oder zwei Einträge heißen so</translation>
    </message>
    <message>
        <source>its content is not what the check of the archive found</source>
        <translation>ihr Inhalt ist nicht der, den die Prüfung des Archivs fand</translation>
    </message>
    <message>
        <source>%1 is too large to be shown: %2 of at most %3. Save it and open it with a program of your choice.</source>
        <translation>%1 ist zu groß zum Anzeigen: %2 von höchstens %3. Die Datei speichern und mit einem Programm der eigenen Wahl öffnen.</translation>
    </message>
    <message>
        <source>%1 could not be saved as %2: %3. Choose a folder that can be written and has space.</source>
        <translation>%1 konnte nicht als %2 gespeichert werden: %3. Einen Ordner wählen, der beschreibbar ist und Platz hat.</translation>
    </message>
    <message>
        <source>its headers are cut short</source>
        <translation>ihre Kopfdaten sind abgeschnitten</translation>
    </message>
    <message>
        <source>its headers make no sense</source>
        <translation>ihre Kopfdaten ergeben keinen Sinn</translation>
    </message>
    <message>
        <source>the package has no data.tar</source>
        <translation>das Paket hat kein data.tar</translation>
    </message>
    <message>
        <source>what it installs is packed in a way that is not known here</source>
        <translation>was es installiert, ist auf eine hier unbekannte Weise gepackt</translation>
    </message>
    <message>
        <source>it holds &quot;%1&quot;</source>
        <translation>er enthält „%1“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of a device</source>
        <translation>„%1“ ist der Name eines Geräts</translation>
    </message>
    <message>
        <source>it ends in a dot</source>
        <translation>er endet mit einem Punkt</translation>
    </message>
    <message>
        <source>it ends in a space</source>
        <translation>er endet mit einem Leerzeichen</translation>
    </message>
    <message>
        <source>Give the rights before packing: chmod -R u=rwX,go=rX. In Nix they come from installPhase: install -m755 for programs, -m644 for other files, and umask 022 before what packs.</source>
        <translation>Die Rechte vor dem Packen geben: chmod -R u=rwX,go=rX. In Nix kommen sie aus installPhase: install -m755 für Programme, -m644 für andere Dateien, und umask 022 vor dem Packen.</translation>
    </message>
    <message>
        <source>Nobody can go into the folder once it was unpacked, since its mode lacks the right: %1.</source>
        <translation>Niemand kann den Ordner nach dem Entpacken betreten, da seinem Modus das Recht fehlt: %1.</translation>
    </message>
    <message>
        <source>Nobody can read the file once it was unpacked, since its mode lacks the right: %1.</source>
        <translation>Niemand kann die Datei nach dem Entpacken lesen, da ihrem Modus das Recht fehlt: %1.</translation>
    </message>
    <message>
        <source>Only the user who unpacks it can read it: %1. Installed for everyone, as with sudo, it works for root alone.</source>
        <translation>Nur wer sie entpackt, kann sie lesen: %1. Für alle installiert, etwa mit sudo, funktioniert sie nur bei root.</translation>
    </message>
    <message>
        <source>Windows has no file of that name (%1), and does not unpack it: %2.</source>
        <translation>Windows kennt keine Datei dieses Namens (%1) und entpackt sie nicht: %2.</translation>
    </message>
    <message>
        <source>Rename it before packing: without &lt; &gt; : &quot; | ? *, without a dot or space at the end, and not CON, PRN, AUX, NUL, COM1 or LPT1.</source>
        <translation>Vor dem Packen umbenennen: ohne &lt; &gt; : &quot; | ? *, ohne Punkt oder Leerzeichen am Ende, und nicht CON, PRN, AUX, NUL, COM1 oder LPT1.</translation>
    </message>
    <message>
        <source>Windows makes no symbolic link when it unpacks: it leaves a small text file in its place, or nothing: %1.</source>
        <translation>Windows legt beim Entpacken keinen symbolischen Link an: Es hinterlässt eine kleine Textdatei, oder nichts: %1.</translation>
    </message>
    <message>
        <source>Pack a copy of what the link leads to (cp -L, or zip without -y).</source>
        <translation>Eine Kopie dessen packen, wohin der Link führt (cp -L, oder zip ohne -y).</translation>
    </message>
    <message>
        <source>1 name in the zip has backslashes</source>
        <translation>1 Name im Zip hat Backslashes</translation>
    </message>
    <message>
        <source>%1 names in the zip have backslashes</source>
        <translation>%1 Namen im Zip haben Backslashes</translation>
    </message>
    <message>
        <source> between folders: %1. Many programs unpack that to files with a backslash in their names, and make no folders.</source>
        <translation> zwischen den Ordnern: %1. Viele Programme entpacken das zu Dateien mit Backslashes im Namen und legen keine Ordner an.</translation>
    </message>
    <message>
        <source>Pack with a program that writes &quot;/&quot;, as the format asks for: zip, 7z, tar -a, or PowerShell 7. Compress-Archive of PowerShell 5 and old .NET write backslashes.</source>
        <translation>Mit einem Programm packen, das „/“ schreibt, wie es das Format verlangt: zip, 7z, tar -a oder PowerShell 7. Compress-Archive von PowerShell 5 und altes .NET schreiben Backslashes.</translation>
    </message>
    <message>
        <source>The Mac that packed it left its own files in the archive: %1. Other systems unpack them as files beside yours.</source>
        <translation>Der Mac, der es packte, hinterließ eigene Dateien im Archiv: %1. Andere Systeme entpacken sie neben die eigentlichen Dateien.</translation>
    </message>
    <message>
        <source>Pack with COPYFILE_DISABLE=1 tar, or tar --no-mac-metadata (--no-xattrs), or zip -X; leave the rest out with --exclude .DS_Store --exclude &apos;._*&apos; --exclude __MACOSX.</source>
        <translation>Mit COPYFILE_DISABLE=1 tar packen, oder tar --no-mac-metadata (--no-xattrs), oder zip -X; den Rest auslassen mit --exclude .DS_Store --exclude &apos;._*&apos; --exclude __MACOSX.</translation>
    </message>
    <message>
        <source>An archive lies in the archive: %1. What is in it was not looked at.</source>
        <translation>Im Archiv liegt ein Archiv: %1. Was darin ist, wurde nicht angesehen.</translation>
    </message>
    <message>
        <source>Pack its content instead, or release it as a file of its own; &quot;unmoor inspect&quot; judges it. Where it is meant, name it in the layout.</source>
        <translation>Stattdessen seinen Inhalt packen, oder es als eigene Datei veröffentlichen; „unmoor inspect“ beurteilt es. Ist es gewollt, es im Layout nennen.</translation>
    </message>
    <message>
        <source>There is no file %1. Check the path, or build the archive first.</source>
        <translation>Es gibt keine Datei %1. Den Pfad prüfen oder das Archiv erst bauen.</translation>
    </message>
    <message>
        <source>%1 is not a file. Name the archive itself, such as a .tar.xz or .zip.</source>
        <translation>%1 ist keine Datei. Das Archiv selbst angeben, etwa ein .tar.xz oder .zip.</translation>
    </message>
    <message>
        <source>%1 is empty: it is no archive. Build or download it again.</source>
        <translation>%1 ist leer: Das ist kein Archiv. Es noch einmal bauen oder herunterladen.</translation>
    </message>
    <message>
        <source>Could not read %1: %2. Check its permissions and the disk.</source>
        <translation>%1 konnte nicht gelesen werden: %2. Die Rechte und den Datenträger prüfen.</translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; would write outside the folder the archive is extracted to: %2.</source>
        <translation>Der Eintrag „%1“ würde außerhalb des Ordners schreiben, in den entpackt wird: %2.</translation>
    </message>
    <message>
        <source>Pack from inside the folder, with relative names: tar -C &quot;$folder&quot; -cJf archive.tar.xz NAME.</source>
        <translation>Aus dem Ordner heraus packen, mit relativen Namen: tar -C &quot;$folder&quot; -cJf archive.tar.xz NAME.</translation>
    </message>
    <message>
        <source>The symbolic link %1 leads out of the archive, to %2.</source>
        <translation>Der symbolische Link %1 führt aus dem Archiv hinaus, zu %2.</translation>
    </message>
    <message>
        <source>The hard link %1 leads out of the archive, to %2.</source>
        <translation>Der harte Link %1 führt aus dem Archiv hinaus, zu %2.</translation>
    </message>
    <message>
        <source>Users have no %1: copy what the link leads to (cp -L in installPhase, or tar --dereference).</source>
        <translation>Benutzer haben kein %1: kopieren, wohin der Link führt (cp -L in installPhase, oder tar --dereference).</translation>
    </message>
    <message>
        <source>Make it a relative link to a file in the archive (ln -sr), or copy the file (cp -L).</source>
        <translation>Ihn zu einem relativen Link auf eine Datei im Archiv machen (ln -sr), oder die Datei kopieren (cp -L).</translation>
    </message>
    <message>
        <source>a %1</source>
        <translation>ein %1</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1 bytes, SHA-256 %2</source>
        <translation>%1 Bytes, SHA-256 %2</translation>
    </message>
    <message>
        <source>%1 is in the archive twice: first %2; then %3. Extraction keeps the last.</source>
        <translation>%1 ist zweimal im Archiv: erst %2; dann %3. Beim Entpacken bleibt das letzte.</translation>
    </message>
    <message>
        <source>%1 is in the archive %4 times: first %2; last %3. Extraction keeps the last.</source>
        <translation>%1 ist %4-mal im Archiv: erst %2; zuletzt %3. Beim Entpacken bleibt das letzte.</translation>
    </message>
    <message>
        <source>Pack each file once: one tar call over one folder, without -r (append) and without naming a file beside its folder.</source>
        <translation>Jede Datei einmal packen: ein Aufruf von tar über einen Ordner, ohne -r (anhängen) und ohne eine Datei neben ihrem Ordner zu nennen.</translation>
    </message>
    <message>
        <source>Reading stopped at the limit of %1 unpacked.</source>
        <translation>Das Lesen endete an der Grenze von %1 entpackt.</translation>
    </message>
    <message>
        <source>An archive this large is most likely a mistake or an attack. Where it is not, raise unpacked-bytes under [limits] in unmoor.toml.</source>
        <translation>Ein so großes Archiv ist wohl ein Irrtum oder ein Angriff. Ist es gewollt, unpacked-bytes unter [limits] in unmoor.toml erhöhen.</translation>
    </message>
    <message>
        <source>Reading stopped at the limit of %1 unpacked bytes for each packed byte, after %2.</source>
        <translation>Das Lesen endete an der Grenze von %1 entpackten Bytes je gepacktem Byte, nach %2.</translation>
    </message>
    <message>
        <source>Data that shrinks this far is most likely a decompression bomb. Where it is not, raise ratio under [limits] in unmoor.toml.</source>
        <translation>Daten, die so sehr schrumpfen, sind wohl eine Dekompressionsbombe. Sind sie keine, ratio unter [limits] in unmoor.toml erhöhen.</translation>
    </message>
    <message>
        <source>Reading stopped at the limit of %1 folders above one another; the next entry is a link that leads through %2.</source>
        <translation>Das Lesen endete an der Grenze von %1 Ordnern übereinander; der nächste Eintrag ist ein Link, der durch %2 führt.</translation>
    </message>
    <message>
        <source>Reading stopped at the limit of %1 folders above one another; the next entry lies in %2.</source>
        <translation>Das Lesen endete an der Grenze von %1 Ordnern übereinander; der nächste Eintrag liegt in %2.</translation>
    </message>
    <message>
        <source>No system opens a path this long: it is most likely a mistake or an attack. Where it is meant, raise depth under [limits] in unmoor.toml.</source>
        <translation>Kein System öffnet einen so langen Pfad: Das ist wohl ein Irrtum oder ein Angriff. Ist es gewollt, depth unter [limits] in unmoor.toml erhöhen.</translation>
    </message>
    <message>
        <source>Reading stopped at the limit of %1 of names and link targets.</source>
        <translation>Das Lesen endete an der Grenze von %1 für Namen und Linkziele.</translation>
    </message>
    <message>
        <source>Pack fewer files, or give them shorter names. Where that many are meant, raise path-bytes under [limits] in unmoor.toml.</source>
        <translation>Weniger Dateien packen, oder ihnen kürzere Namen geben. Sind so viele gewollt, path-bytes unter [limits] in unmoor.toml erhöhen.</translation>
    </message>
    <message>
        <source>Reading stopped at the limit of %1 folders that entries lie in.</source>
        <translation>Das Lesen endete an der Grenze von %1 Ordnern, in denen Einträge liegen.</translation>
    </message>
    <message>
        <source>Pack fewer files. Where that many are meant, raise entries under [limits] in unmoor.toml.</source>
        <translation>Weniger Dateien packen. Sind so viele gewollt, entries unter [limits] in unmoor.toml erhöhen.</translation>
    </message>
    <message>
        <source>Reading stopped at the limit of %1 entries; the archive holds more.</source>
        <translation>Das Lesen endete an der Grenze von %1 Einträgen; das Archiv enthält mehr.</translation>
    </message>
    <message>
        <source>Build or download the archive again; &quot;%1&quot; shows whether a copy is whole.</source>
        <translation>Das Archiv noch einmal bauen oder herunterladen; „%1“ zeigt, ob eine Kopie ganz ist.</translation>
    </message>
    <message>
        <source>Build or download the file again.</source>
        <translation>Die Datei noch einmal bauen oder herunterladen.</translation>
    </message>
    <message>
        <source>The archive ends too early, at byte %1 (%2). %3</source>
        <translation>Das Archiv endet zu früh, bei Byte %1 (%2). %3</translation>
    </message>
    <message>
        <source>The archive is damaged near byte %1 (%2). %3</source>
        <translation>Das Archiv ist bei Byte %1 beschädigt (%2). %3</translation>
    </message>
    <message>
        <source>No entry could be read.</source>
        <translation>Kein Eintrag konnte gelesen werden.</translation>
    </message>
    <message>
        <source>The last whole entry is %1; anything later is unknown.</source>
        <translation>Der letzte ganze Eintrag ist %1; was danach kommt, ist unbekannt.</translation>
    </message>
    <message>
        <source>It breaks off inside the first entry, %1; anything later is unknown.</source>
        <translation>Es bricht im ersten Eintrag ab, %1; was danach kommt, ist unbekannt.</translation>
    </message>
    <message>
        <source>It breaks off inside %1; the last whole entry is %2, and anything later is unknown.</source>
        <translation>Es bricht in %1 ab; der letzte ganze Eintrag ist %2, und was danach kommt, ist unbekannt.</translation>
    </message>
    <message>
        <source>%1 smaller parts</source>
        <translation>%1 kleinere Teile</translation>
    </message>
    <message>
        <source>1 smaller part</source>
        <translation>1 kleinerer Teil</translation>
    </message>
    <message>
        <source>the first header is cut short</source>
        <translation>die ersten Kopfdaten sind abgeschnitten</translation>
    </message>
    <message>
        <source>something follows the end of the tar</source>
        <translation>auf das Ende des tar folgt noch etwas</translation>
    </message>
    <message>
        <source>the tar has no end mark</source>
        <translation>das tar hat keine Endmarke</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>1 weiterer</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>%1 has the same content as %2: %3 are packed again.</source>
        <translation>%1 hat denselben Inhalt wie %2: %3 sind noch einmal gepackt.</translation>
    </message>
    <message>
        <source>Pack links instead: copy with cp -a (not cp -L) in installPhase, or ln -sr the other names.</source>
        <translation>Stattdessen Links packen: in installPhase mit cp -a kopieren (nicht cp -L), oder die anderen Namen mit ln -sr anlegen.</translation>
    </message>
    <message>
        <source>%1 of whoever packed them: user %2, group %3.</source>
        <translation>%1 dessen, der sie packte: Benutzer %2, Gruppe %3.</translation>
    </message>
    <message>
        <source>1 entry has the number</source>
        <translation>1 Eintrag hat die Nummer</translation>
    </message>
    <message>
        <source>%1 entries have the numbers</source>
        <translation>%1 Einträge haben die Nummern</translation>
    </message>
    <message>
        <source>Pack with tar --owner=0 --group=0 --numeric-owner.</source>
        <translation>Mit tar --owner=0 --group=0 --numeric-owner packen.</translation>
    </message>
    <message>
        <source>The files&apos; times reach from %1 to %2 UTC, so that two builds of the same source differ.</source>
        <translation>Die Zeiten der Dateien reichen von %1 bis %2 UTC; zwei Builds derselben Quelle unterscheiden sich also.</translation>
    </message>
    <message>
        <source>Give every file one time before packing: find . -exec touch -h -d &quot;@$SOURCE_DATE_EPOCH&quot; {} +, then zip -X in sorted order.</source>
        <translation>Jeder Datei vor dem Packen dieselbe Zeit geben: find . -exec touch -h -d &quot;@$SOURCE_DATE_EPOCH&quot; {} +, dann zip -X in sortierter Reihenfolge.</translation>
    </message>
    <message>
        <source>Pack with tar --sort=name --mtime=&quot;@$SOURCE_DATE_EPOCH&quot;.</source>
        <translation>Mit tar --sort=name --mtime=&quot;@$SOURCE_DATE_EPOCH&quot; packen.</translation>
    </message>
    <message>
        <source>%1 names %2.</source>
        <translation>%1 nennt %2.</translation>
    </message>
    <message>
        <source>%1 names %2 and %3.</source>
        <translation>%1 nennt %2 und %3.</translation>
    </message>
    <message>
        <source>1 more path of the store</source>
        <translation>1 weiteren Pfad des Stores</translation>
    </message>
    <message>
        <source>%1 more paths of the store</source>
        <translation>%1 weitere Pfade des Stores</translation>
    </message>
    <message>
        <source>Where it is only a trace of the build, remove-references-to (nukeReferences) takes it out; where the program opens it, let it look beside itself.</source>
        <translation>Ist es nur eine Spur des Bauens, nimmt remove-references-to (nukeReferences) sie heraus; öffnet das Programm den Pfad, es neben sich selbst suchen lassen.</translation>
    </message>
    <message>
        <source>the xz stream has no end</source>
        <translation>der xz-Strom hat kein Ende</translation>
    </message>
    <message>
        <source>Unpacking needs %1 of memory, more than the %2 that Unmoor allows.</source>
        <translation>Das Entpacken braucht %1 Speicher, mehr als die %2, die Unmoor erlaubt.</translation>
    </message>
    <message>
        <source>Pack with a smaller dictionary: xz -9 is enough, without --lzma2=dict=….</source>
        <translation>Mit einem kleineren Wörterbuch packen: xz -9 reicht, ohne --lzma2=dict=….</translation>
    </message>
    <message>
        <source>the xz stream uses options that do not exist</source>
        <translation>der xz-Strom nutzt Optionen, die es nicht gibt</translation>
    </message>
    <message>
        <source>something follows the end of the xz stream</source>
        <translation>auf das Ende des xz-Stroms folgt noch etwas</translation>
    </message>
    <message>
        <source>the xz data does not match its checksums</source>
        <translation>die xz-Daten passen nicht zu ihren Prüfsummen</translation>
    </message>
    <message>
        <source>The name of entry %1 is marked as UTF-8, but is not: every program makes another name of it.</source>
        <translation>Der Name von Eintrag %1 ist als UTF-8 gekennzeichnet, ist es aber nicht: Jedes Programm macht einen anderen Namen daraus.</translation>
    </message>
    <message>
        <source>Rename the file before packing, or pack on a system whose file names are UTF-8.</source>
        <translation>Die Datei vor dem Packen umbenennen, oder auf einem System packen, dessen Dateinamen UTF-8 sind.</translation>
    </message>
    <message>
        <source>%1 is encrypted, so nothing can be said about its content.</source>
        <translation>%1 ist verschlüsselt; über den Inhalt lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>Pack without a password: leave out zip&apos;s -e and -P.</source>
        <translation>Ohne Passwort packen: -e und -P von zip weglassen.</translation>
    </message>
    <message>
        <source>The content of %1 is damaged or packed in a way that cannot be read (%2).</source>
        <translation>Der Inhalt von %1 ist beschädigt oder auf eine unlesbare Weise gepackt (%2).</translation>
    </message>
    <message>
        <source>Build or download the archive again; &quot;unzip -t&quot; shows whether a copy is whole. Pack with deflate, which every unzip reads.</source>
        <translation>Das Archiv noch einmal bauen oder herunterladen; „unzip -t“ zeigt, ob eine Kopie ganz ist. Mit deflate packen, das jedes unzip liest.</translation>
    </message>
    <message>
        <source>the zip has no central directory</source>
        <translation>das Zip hat kein zentrales Verzeichnis</translation>
    </message>
    <message>
        <source>something follows the end of the zip</source>
        <translation>auf das Ende des Zip folgt noch etwas</translation>
    </message>
    <message>
        <source>ELF %1 program, static</source>
        <translation>ELF-Programm für %1, statisch</translation>
    </message>
    <message>
        <source>ELF %1 program</source>
        <translation>ELF-Programm für %1</translation>
    </message>
    <message>
        <source>ELF %1 library</source>
        <translation>ELF-Bibliothek für %1</translation>
    </message>
    <message>
        <source>ELF %1 object file</source>
        <translation>ELF-Objektdatei für %1</translation>
    </message>
    <message>
        <source>ELF %1 core dump</source>
        <translation>ELF-Speicherabzug für %1</translation>
    </message>
    <message>
        <source>ELF file</source>
        <translation>ELF-Datei</translation>
    </message>
    <message>
        <source>ELF %1 file</source>
        <translation>ELF-Datei für %1</translation>
    </message>
    <message>
        <source>Mach-O file</source>
        <translation>Mach-O-Datei</translation>
    </message>
    <message>
        <source>Mach-O %1 program</source>
        <translation>Mach-O-Programm für %1</translation>
    </message>
    <message>
        <source>Mach-O %1 library</source>
        <translation>Mach-O-Bibliothek für %1</translation>
    </message>
    <message>
        <source>Mach-O %1 bundle</source>
        <translation>Mach-O-Bundle für %1</translation>
    </message>
    <message>
        <source>Mach-O %1 object file</source>
        <translation>Mach-O-Objektdatei für %1</translation>
    </message>
    <message>
        <source>Mach-O %1 file</source>
        <translation>Mach-O-Datei für %1</translation>
    </message>
    <message>
        <source>PE %1 program</source>
        <translation>PE-Programm für %1</translation>
    </message>
    <message>
        <source>PE %1 library</source>
        <translation>PE-Bibliothek für %1</translation>
    </message>
    <message>
        <source>PE %1 driver</source>
        <translation>PE-Treiber für %1</translation>
    </message>
    <message>
        <source>Run it again; the steps that have finished are kept.</source>
        <translation>Noch einmal starten; die fertigen Schritte bleiben erhalten.</translation>
    </message>
    <message>
        <source>Nix reported success, but %1 is not in the store: something removed it.</source>
        <translation>Nix meldete Erfolg, aber %1 ist nicht im Store: Etwas hat es entfernt.</translation>
    </message>
    <message>
        <source>Make sure that no garbage collection runs, then build again.</source>
        <translation>Sicherstellen, dass keine Garbage Collection läuft, dann noch einmal bauen.</translation>
    </message>
    <message>
        <source>The build log %1 cannot be written: %2. Make sure that its folder exists and has space, then build again.</source>
        <translation>Das Build-Protokoll %1 kann nicht geschrieben werden: %2. Sicherstellen, dass der Ordner da ist und Platz hat, dann noch einmal bauen.</translation>
    </message>
    <message>
        <source>No output for %1. It may be linking, or stuck.</source>
        <translation>%1 lang keine Ausgabe. Es linkt vielleicht, oder hängt.</translation>
    </message>
    <message>
        <source>%1 was quiet for up to %2 in earlier builds.</source>
        <translation>%1 schwieg in früheren Builds bis zu %2 lang.</translation>
    </message>
    <message>
        <source>%1 runs; how long it is usually quiet is not known yet.</source>
        <translation>%1 läuft; wie lange es sonst schweigt, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 has changes that are not committed: this is not what the tag has. Commit them before a release.</source>
        <translation>%1 hat Änderungen, die nicht committet sind: Das ist nicht, was der Tag hat. Vor einer Veröffentlichung committen.</translation>
    </message>
    <message>
        <source>What the cache %1 offers is not signed with a key that is trusted here, so it is built instead. Add the cache&apos;s key to trusted-public-keys.</source>
        <translation>Was der Cache %1 anbietet, ist nicht mit einem hier vertrauten Schlüssel signiert und wird darum gebaut. Den Schlüssel des Caches zu trusted-public-keys hinzufügen.</translation>
    </message>
    <message>
        <source>A cache offers something that is not signed with a key that is trusted here, so it is built instead. Add the cache&apos;s key to trusted-public-keys.</source>
        <translation>Ein Cache bietet etwas an, das nicht mit einem hier vertrauten Schlüssel signiert ist und darum gebaut wird. Den Schlüssel des Caches zu trusted-public-keys hinzufügen.</translation>
    </message>
    <message>
        <source>Nix ignored the setting %1, because you are not a trusted user of this machine&apos;s Nix.</source>
        <translation>Nix hat die Einstellung %1 ignoriert, weil dem Benutzer vom Nix dieses Rechners nicht vertraut wird.</translation>
    </message>
    <message>
        <source>Nix ignored the cache %1, because you are not a trusted user of this machine&apos;s Nix.</source>
        <translation>Nix hat den Cache %1 ignoriert, weil dem Benutzer vom Nix dieses Rechners nicht vertraut wird.</translation>
    </message>
    <message>
        <source>%1 is slow or cannot be reached; Nix tries again.</source>
        <translation>%1 ist langsam oder nicht erreichbar; Nix versucht es noch einmal.</translation>
    </message>
    <message>
        <source>Not a regular expression: %1, at character %2.</source>
        <translation>Kein regulärer Ausdruck: %1, bei Zeichen %2.</translation>
    </message>
    <message>
        <source>Saving was canceled.</source>
        <translation>Das Speichern wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The log could not be saved as %1: %2. Choose a folder that can be written and has space.</source>
        <translation>Das Protokoll konnte nicht als %1 gespeichert werden: %2. Einen Ordner wählen, der beschreibbar ist und Platz hat.</translation>
    </message>
    <message>
        <source>The code block that begins near line %1 has no end.</source>
        <translation>Der Codeblock, der bei Zeile %1 beginnt, hat kein Ende.</translation>
    </message>
    <message>
        <source>The comment or HTML that begins near line %1 has no end.</source>
        <translation>Der Kommentar oder das HTML, das bei Zeile %1 beginnt, hat kein Ende.</translation>
    </message>
    <message>
        <source>Close it with a line like the one that opens it.</source>
        <translation>Ihn mit einer Zeile wie der öffnenden schließen.</translation>
    </message>
    <message>
        <source>Close the comment with --&gt;, or the element with its end tag.</source>
        <translation>Den Kommentar mit --&gt; schließen, oder das Element mit seinem End-Tag.</translation>
    </message>
    <message>
        <source>The section says of itself that it is not released yet: &quot;%1&quot;.</source>
        <translation>Der Abschnitt sagt von sich, dass er noch nicht veröffentlicht ist: „%1“.</translation>
    </message>
    <message>
        <source>Take the line out, or write the day of the release.</source>
        <translation>Die Zeile herausnehmen, oder den Tag der Veröffentlichung schreiben.</translation>
    </message>
    <message>
        <source>In a code block there is what git writes where a merge is in conflict: &quot;%1&quot;.</source>
        <translation>In einem Codeblock steht, was git bei einem Merge-Konflikt schreibt: „%1“.</translation>
    </message>
    <message>
        <source>A merge was left in conflict here: git wrote &quot;%1&quot;.</source>
        <translation>Hier blieb ein Merge-Konflikt: git schrieb „%1“.</translation>
    </message>
    <message>
        <source>If it is not meant to be shown, settle the conflict.</source>
        <translation>Soll es nicht gezeigt werden, den Konflikt lösen.</translation>
    </message>
    <message>
        <source>Keep what is right of the two sides, and take the marked lines out.</source>
        <translation>Von beiden Seiten behalten, was richtig ist, und die markierten Zeilen herausnehmen.</translation>
    </message>
    <message>
        <source>The image %1 will not show on the release&apos;s page: its address is relative to this file.</source>
        <translation>Das Bild %1 erscheint auf der Seite der Veröffentlichung nicht: Seine Adresse ist relativ zu dieser Datei.</translation>
    </message>
    <message>
        <source>The link %1 leads nowhere on the release&apos;s page: it is relative to this file.</source>
        <translation>Der Link %1 führt auf der Seite der Veröffentlichung ins Leere: Er ist relativ zu dieser Datei.</translation>
    </message>
    <message>
        <source>Take its whole address at the tag.</source>
        <translation>Seine ganze Adresse am Tag nehmen.</translation>
    </message>
    <message>
        <source>Link to it at %1</source>
        <translation>Auf ihn bei %1 verlinken</translation>
    </message>
    <message>
        <source>There is no %1 in this checkout.</source>
        <translation>Es gibt kein %1 in diesem Checkout.</translation>
    </message>
    <message>
        <source>Correct the link, or take it out.</source>
        <translation>Den Link berichtigen oder herausnehmen.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Ist %1 gemeint?</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>The link [%1] has no address: nothing in the file says [%1]: https://….</source>
        <translation>Der Link [%1] hat keine Adresse: Nichts in der Datei sagt [%1]: https://….</translation>
    </message>
    <message>
        <source>Add a line with its address, or write the address in parentheses.</source>
        <translation>Eine Zeile mit seiner Adresse hinzufügen, oder die Adresse in Klammern schreiben.</translation>
    </message>
    <message>
        <source>The footnote [^%1] has no text: no line of the file begins with [^%1]:.</source>
        <translation>Die Fußnote [^%1] hat keinen Text: Keine Zeile der Datei beginnt mit [^%1]:.</translation>
    </message>
    <message>
        <source>Add a line with its text, or take it out.</source>
        <translation>Eine Zeile mit ihrem Text hinzufügen, oder sie herausnehmen.</translation>
    </message>
    <message>
        <source>GitHub leaves out the attribute %1: readers will not see what it does.</source>
        <translation>GitHub lässt das Attribut %1 weg: Leser sehen nicht, was es bewirkt.</translation>
    </message>
    <message>
        <source>Take it out.</source>
        <translation>Es herausnehmen.</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1 herausnehmen</translation>
    </message>
    <message>
        <source>GitHub takes &lt;%1&gt; for HTML and leaves it out: readers will not see it.</source>
        <translation>GitHub hält &lt;%1&gt; für HTML und lässt es weg: Leser sehen es nicht.</translation>
    </message>
    <message>
        <source>Write it as code, or with a backslash before it.</source>
        <translation>Es als Code schreiben, oder mit einem Backslash davor.</translation>
    </message>
    <message>
        <source>Show &lt;%1&gt; as it is</source>
        <translation>&lt;%1&gt; so zeigen, wie es ist</translation>
    </message>
    <message>
        <source>GitHub leaves out &lt;%1&gt;: readers will not see what it does.</source>
        <translation>GitHub lässt &lt;%1&gt; weg: Leser sehen nicht, was es bewirkt.</translation>
    </message>
    <message>
        <source>Write it in Markdown, or take it out.</source>
        <translation>Es in Markdown schreiben, oder herausnehmen.</translation>
    </message>
    <message>
        <source>There is no changelog at %1. Create it, or name the right file in unmoor.toml (changelog = &quot;…&quot;).</source>
        <translation>Es gibt kein Changelog unter %1. Es anlegen, oder in unmoor.toml die richtige Datei nennen (changelog = &quot;…&quot;).</translation>
    </message>
    <message>
        <source>Could not write %1: %2. The file is as it was; make sure that it and its folder are writable and that the disk has room.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Die Datei ist, wie sie war; sicherstellen, dass sie und ihr Ordner beschreibbar sind und der Datenträger Platz hat.</translation>
    </message>
    <message>
        <source>%1 is gone since it was read, so nothing was written. Bring it back, or read the changelog again.</source>
        <translation>%1 ist seit dem Lesen verschwunden, also wurde nichts geschrieben. Die Datei zurückholen, oder das Changelog neu lesen.</translation>
    </message>
    <message>
        <source>%1 changed on disk since it was read, so nothing was written. Read it again and repeat the edit.</source>
        <translation>%1 wurde seit dem Lesen geändert, also wurde nichts geschrieben. Die Datei neu lesen und die Bearbeitung wiederholen.</translation>
    </message>
    <message>
        <source>%1 is there by now, so nothing was written. Read the changelog again.</source>
        <translation>%1 ist inzwischen da, also wurde nichts geschrieben. Das Changelog neu lesen.</translation>
    </message>
    <message>
        <source>Could not write %1: %2. Make sure that its folder is there and writable and that the disk has room.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Sicherstellen, dass der Ordner da und beschreibbar ist und der Datenträger Platz hat.</translation>
    </message>
    <message>
        <source>Write the section in Markdown. &quot;pandoc -f %1 -t gfm&quot; turns a whole file into it.</source>
        <translation>Den Abschnitt in Markdown schreiben. „pandoc -f %1 -t gfm“ wandelt eine ganze Datei um.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2. GitHub reads a release&apos;s text as Markdown and would show it as it is typed.</source>
        <translation>„%1“ ist %2. GitHub liest den Text einer Veröffentlichung als Markdown und zeigte es so, wie es getippt ist.</translation>
    </message>
    <message>
        <source>%1 is %2 by its name. GitHub reads a release&apos;s text as Markdown.</source>
        <translation>%1 ist dem Namen nach %2. GitHub liest den Text einer Veröffentlichung als Markdown.</translation>
    </message>
    <message>
        <source>Line %1, &quot;%2&quot;, is a heading of %3 in %4, which Markdown does not know. GitHub reads a release&apos;s text as Markdown.</source>
        <translation>Zeile %1, „%2“, ist eine Überschrift von %3 in %4, was Markdown nicht kennt. GitHub liest den Text einer Veröffentlichung als Markdown.</translation>
    </message>
    <message>
        <source>The heading &quot;%1&quot; says that %2 is not released yet: &quot;%3&quot;.</source>
        <translation>Die Überschrift „%1“ sagt, dass %2 noch nicht veröffentlicht ist: „%3“.</translation>
    </message>
    <message>
        <source>Write the day of the release in its place.</source>
        <translation>An ihrer Stelle den Tag der Veröffentlichung schreiben.</translation>
    </message>
    <message>
        <source>The heading &quot;%1&quot; says another stage than the version %2: &quot;%3&quot;.</source>
        <translation>Die Überschrift „%1“ nennt eine andere Stufe als die Version %2: „%3“.</translation>
    </message>
    <message>
        <source>Take it out if this is the release itself; a pre-release has it in its version, as in %1-rc.1.</source>
        <translation>Es herausnehmen, wenn dies die Veröffentlichung selbst ist; eine Vorabversion hat es in der Version, wie in %1-rc.1.</translation>
    </message>
    <message>
        <source>The heading &quot;%1&quot; says that %2 was withdrawn: &quot;%3&quot;.</source>
        <translation>Die Überschrift „%1“ sagt, dass %2 zurückgezogen wurde: „%3“.</translation>
    </message>
    <message>
        <source>Release the next version instead, or take it out if this one is good.</source>
        <translation>Stattdessen die nächste Version veröffentlichen, oder es herausnehmen, wenn diese gut ist.</translation>
    </message>
    <message>
        <source>Date it %1</source>
        <translation>Auf %1 datieren</translation>
    </message>
    <message>
        <source>The heading of %1 has no date; that of %2 has.</source>
        <translation>Die Überschrift von %1 hat kein Datum; die von %2 hat eines.</translation>
    </message>
    <message>
        <source>Write the day of the release into the heading.</source>
        <translation>Den Tag der Veröffentlichung in die Überschrift schreiben.</translation>
    </message>
    <message>
        <source>%1 is dated %2, which is yet to come.</source>
        <translation>%1 ist auf %2 datiert, was noch bevorsteht.</translation>
    </message>
    <message>
        <source>Write the day on which it is released.</source>
        <translation>Den Tag schreiben, an dem veröffentlicht wird.</translation>
    </message>
    <message>
        <source>%1 is dated %2, before %3 of %4.</source>
        <translation>%1 ist auf %2 datiert, vor %3 von %4.</translation>
    </message>
    <message>
        <source>Correct the date that is wrong.</source>
        <translation>Das falsche Datum berichtigen.</translation>
    </message>
    <message>
        <source>%1 stands on the wrong side of %2 in line %3.</source>
        <translation>%1 steht auf der falschen Seite von %2 in Zeile %3.</translation>
    </message>
    <message>
        <source>Move the section to where its version belongs.</source>
        <translation>Den Abschnitt dorthin verschieben, wo seine Version hingehört.</translation>
    </message>
    <message>
        <source>git has a tag for %1, but %2 has no section between %3 and %4.</source>
        <translation>git hat einen Tag für %1, aber %2 hat keinen Abschnitt zwischen %3 und %4.</translation>
    </message>
    <message>
        <source>Insert a section that says what it brought, if only that it was not announced.</source>
        <translation>Einen Abschnitt einfügen, der sagt, was sie brachte, und sei es, dass sie nicht angekündigt wurde.</translation>
    </message>
    <message>
        <source>The heading of %1 is part of a merge that was left in conflict, near line %2.</source>
        <translation>Die Überschrift von %1 gehört zu einem Merge-Konflikt, der bei Zeile %2 blieb.</translation>
    </message>
    <message>
        <source>A merge was left in conflict in line %1, outside of %2&apos;s section.</source>
        <translation>In Zeile %1 blieb ein Merge-Konflikt, außerhalb des Abschnitts von %2.</translation>
    </message>
    <message>
        <source>Keep what is right of the two sides, and take the lines that git marked out.</source>
        <translation>Von beiden Seiten behalten, was richtig ist, und die Zeilen herausnehmen, die git markiert hat.</translation>
    </message>
    <message>
        <source>Put a space there</source>
        <translation>Dort ein Leerzeichen setzen</translation>
    </message>
    <message>
        <source>Line %1 looks like the heading of %2, but Markdown reads it as text.</source>
        <translation>Zeile %1 sieht aus wie die Überschrift von %2, aber Markdown liest sie als Text.</translation>
    </message>
    <message>
        <source>A heading needs a plain space after &quot;%1&quot;.</source>
        <translation>Eine Überschrift braucht ein einfaches Leerzeichen nach „%1“.</translation>
    </message>
    <message>
        <source>The heading in line %1 ends the section: what stands below it does not become part of %2.</source>
        <translation>Die Überschrift in Zeile %1 beendet den Abschnitt: Was darunter steht, gehört nicht zu %2.</translation>
    </message>
    <message>
        <source>Take a deeper heading for parts of a release, such as &quot;%1 Fixed&quot;.</source>
        <translation>Für Teile einer Veröffentlichung eine tiefere Überschrift nehmen, etwa „%1 Fixed“.</translation>
    </message>
    <message>
        <source>What you type cannot be kept in %1: %2. Save often, or free some space.</source>
        <translation>Was getippt wird, kann nicht in %1 gesichert werden: %2. Oft speichern, oder Platz schaffen.</translation>
    </message>
    <message>
        <source>%1 has no section for %2.</source>
        <translation>%1 hat keinen Abschnitt für %2.</translation>
    </message>
    <message>
        <source>The nearest heading is &quot;%1&quot; in line %2. Add a heading &quot;## %3&quot; with its entries, or correct the version.</source>
        <translation>Die nächstliegende Überschrift ist „%1“ in Zeile %2. Eine Überschrift „## %3“ mit ihren Einträgen hinzufügen, oder die Version berichtigen.</translation>
    </message>
    <message>
        <source>%1 has no section for %2, nor for any other version.</source>
        <translation>%1 hat keinen Abschnitt für %2, und auch für keine andere Version.</translation>
    </message>
    <message>
        <source>Add a heading &quot;## %1&quot; with its entries below.</source>
        <translation>Eine Überschrift „## %1“ mit ihren Einträgen darunter hinzufügen.</translation>
    </message>
    <message>
        <source>%1 has no section for %2; only &quot;%3&quot; in line %4 has new entries.</source>
        <translation>%1 hat keinen Abschnitt für %2; nur „%3“ in Zeile %4 hat neue Einträge.</translation>
    </message>
    <message>
        <source>Put a heading &quot;%1 %2&quot; below line %3, above the entries that this release brings.</source>
        <translation>Eine Überschrift „%1 %2“ unter Zeile %3 setzen, über die Einträge, die diese Veröffentlichung bringt.</translation>
    </message>
    <message>
        <source>The heading &quot;%1&quot; in line %2 is not that of %3: it says %4.</source>
        <translation>Die Überschrift „%1“ in Zeile %2 ist nicht die von %3: Sie sagt %4.</translation>
    </message>
    <message>
        <source>Write both in the same way, in the heading or where the version comes from.</source>
        <translation>Beide gleich schreiben, in der Überschrift oder dort, woher die Version kommt.</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>Zu %1 machen</translation>
    </message>
    <message>
        <source>%1 tells of several packages (%2), and none of them is called %3.</source>
        <translation>%1 erzählt von mehreren Paketen (%2), und keines davon heißt %3.</translation>
    </message>
    <message>
        <source>Write the name that the headings have as &quot;name&quot; of [project] in unmoor.toml, or %1 into the headings of its releases.</source>
        <translation>Den Namen, den die Überschriften haben, als „name“ von [project] in unmoor.toml schreiben, oder %1 in die Überschriften der Veröffentlichungen.</translation>
    </message>
    <message>
        <source>%1 has no section for %2 of %3; &quot;%4&quot; in line %5 is that of another package.</source>
        <translation>%1 hat keinen Abschnitt für %2 von %3; „%4“ in Zeile %5 gehört einem anderen Paket.</translation>
    </message>
    <message>
        <source>Add a section for %1, or correct the version.</source>
        <translation>Einen Abschnitt für %1 hinzufügen, oder die Version berichtigen.</translation>
    </message>
    <message>
        <source>Insert a section for %1</source>
        <translation>Abschnitt für %1 einfügen</translation>
    </message>
    <message>
        <source>%1 has %2 sections for %3, in lines %4 and %5.</source>
        <translation>%1 hat %2 Abschnitte für %3, in den Zeilen %4 und %5.</translation>
    </message>
    <message>
        <source>Keep one of them: it cannot be known which one is meant.</source>
        <translation>Einen davon behalten: Welcher gemeint ist, lässt sich nicht wissen.</translation>
    </message>
    <message>
        <source>The section &quot;%1&quot; in line %2 of %3 is empty.</source>
        <translation>Der Abschnitt „%1“ in Zeile %2 von %3 ist leer.</translation>
    </message>
    <message>
        <source>The section &quot;%1&quot; in line %2 of %3 holds only headings, comments or links&apos; definitions.</source>
        <translation>Der Abschnitt „%1“ in Zeile %2 von %3 enthält nur Überschriften, Kommentare oder Definitionen von Links.</translation>
    </message>
    <message>
        <source>Write below the heading what this release brings.</source>
        <translation>Unter die Überschrift schreiben, was diese Veröffentlichung bringt.</translation>
    </message>
    <message>
        <source>The section in lines %1 to %2 of %3 has %4 characters; a release&apos;s body holds %5 at most.</source>
        <translation>Der Abschnitt in den Zeilen %1 bis %2 von %3 hat %4 Zeichen; der Text einer Veröffentlichung fasst höchstens %5.</translation>
    </message>
    <message>
        <source>Cut %1 characters, for example by a link to the full text.</source>
        <translation>%1 Zeichen kürzen, etwa durch einen Link zum ganzen Text.</translation>
    </message>
    <message>
        <source>The changelog has a section for %1 already, in line %2. Edit that one.</source>
        <translation>Das Changelog hat schon einen Abschnitt für %1, in Zeile %2. Diesen bearbeiten.</translation>
    </message>
    <message>
        <source>The changelog has no Unreleased section to take the entries from. Insert a section for %1 instead.</source>
        <translation>Das Changelog hat keinen Abschnitt Unreleased, aus dem Einträge zu nehmen wären. Stattdessen einen Abschnitt für %1 einfügen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in line %2 of the changelog says nothing. Write below it what %3 brings.</source>
        <translation>„%1“ in Zeile %2 des Changelogs sagt nichts. Darunter schreiben, was %3 bringt.</translation>
    </message>
    <message>
        <source>%1&gt; waits: %2 builds it already.</source>
        <translation>%1&gt; wartet: %2 baut es schon.</translation>
    </message>
    <message>
        <source>unmoor.toml has no target %1. It has: %2.</source>
        <translation>unmoor.toml hat kein Ziel %1. Es hat: %2.</translation>
    </message>
    <message>
        <source>left out by choice</source>
        <translation>mit Absicht ausgelassen</translation>
    </message>
    <message>
        <source>(of uncommitted changes: not for a release)</source>
        <translation>(mit nicht committeten Änderungen: nicht für eine Veröffentlichung)</translation>
    </message>
    <message>
        <source>--rebuild-check builds again what this machine built. It takes --target alone.</source>
        <translation>--rebuild-check baut noch einmal, was dieser Rechner gebaut hat. Es nimmt nur --target.</translation>
    </message>
    <message>
        <source>build targets and inspect their archives, or check that they build identically</source>
        <translation>Ziele bauen und ihre Archive prüfen, oder prüfen, ob sie gleich gebaut werden</translation>
    </message>
    <message>
        <source>Take a finished archive for a target.</source>
        <translation>Ein fertiges Archiv für ein Ziel übernehmen.</translation>
    </message>
    <message>
        <source>Leave a target out of this release.</source>
        <translation>Ein Ziel in dieser Veröffentlichung auslassen.</translation>
    </message>
    <message>
        <source>Build what is built once more, and say whether it comes out the same.</source>
        <translation>Gebautes noch einmal bauen und sagen, ob dasselbe herauskommt.</translation>
    </message>
    <message>
        <source>The project&apos;s folder; the current one unless said.</source>
        <translation>Der Ordner des Projekts; ohne Angabe der aktuelle.</translation>
    </message>
    <message>
        <source>Print one JSON document on standard output; logs go to standard error.</source>
        <translation>Ein JSON-Dokument auf die Standardausgabe schreiben; Protokolle gehen auf die Fehlerausgabe.</translation>
    </message>
    <message>
        <source>Another GitHub host, such as https://HOST/api/v3.</source>
        <translation>Ein anderer GitHub-Host, etwa https://HOST/api/v3.</translation>
    </message>
    <message>
        <source>Where ledger, logs and GC roots live.</source>
        <translation>Wo Journal, Protokolle und GC-Wurzeln liegen.</translation>
    </message>
    <message>
        <source>Read the token from this environment variable instead of the keychain.</source>
        <translation>Das Token aus dieser Umgebungsvariablen lesen statt aus dem Schlüsselbund.</translation>
    </message>
    <message>
        <source>Usage: unmoor %1 %2</source>
        <translation>Aufruf: unmoor %1 %2</translation>
    </message>
    <message>
        <source>A target triple.</source>
        <translation>Ein Zieltripel.</translation>
    </message>
    <message>
        <source>--%1 takes %2, not &quot;%3&quot;.</source>
        <translation>--%1 nimmt %2, nicht „%3“.</translation>
    </message>
    <message>
        <source>--against-release: no target of unmoor.toml has an archive of this name. Say which it is with --target TRIPLE.</source>
        <translation>--against-release: Kein Ziel von unmoor.toml hat ein Archiv dieses Namens. Mit --target TRIPLE sagen, welches es ist.</translation>
    </message>
    <message>
        <source>%1: the host has no digest of it, so only its size was checked.</source>
        <translation>%1: Der Host hat keine Prüfsumme davon, also wurde nur die Größe geprüft.</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>gegen %1</translation>
    </message>
    <message>
        <source>against %1, published %2, digest verified</source>
        <translation>gegen %1, veröffentlicht %2, Prüfsumme bestätigt</translation>
    </message>
    <message>
        <source>against %1, published %2, digest not known</source>
        <translation>gegen %1, veröffentlicht %2, Prüfsumme unbekannt</translation>
    </message>
    <message>
        <source>look: </source>
        <translation>ansehen: </translation>
    </message>
    <message>
        <source>never probed</source>
        <translation>nie geprüft</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>builds what is not known yet</source>
        <translation>baut, was noch nicht bekannt ist</translation>
    </message>
    <message>
        <source>No machine is set up. Add one: unmoor host add NAME USER@ADDRESS
</source>
        <translation>Kein Rechner ist eingerichtet. Einen hinzufügen: unmoor host add NAME BENUTZER@ADRESSE
</translation>
    </message>
    <message>
        <source>%1 is set up. See whether it can build: unmoor host probe %2
</source>
        <translation>%1 ist eingerichtet. Prüfen, ob dort gebaut werden kann: unmoor host probe %2
</translation>
    </message>
    <message>
        <source>%1 is removed.
</source>
        <translation>%1 ist entfernt.
</translation>
    </message>
    <message>
        <source>Its keys:
%1Compare them on the machine itself, then: unmoor host trust %2
</source>
        <translation>Seine Schlüssel:
%1Sie am Rechner selbst vergleichen, dann: unmoor host trust %2
</translation>
    </message>
    <message>
        <source>%1 %2 Unmoor knows
%3and the machine shows
%4Nothing was changed.</source>
        <translation>%1 %2 Unmoor kennt
%3und der Rechner zeigt
%4Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The key of %1 is known already.
</source>
        <translation>Der Schlüssel von %1 ist schon bekannt.
</translation>
    </message>
    <message>
        <source>%1 shows no key with the fingerprint %2, but
%3Nothing was changed.</source>
        <translation>%1 zeigt keinen Schlüssel mit dem Fingerabdruck %2, sondern
%3Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Trusted from now on:
%1</source>
        <translation>Ab jetzt vertraut:
%1</translation>
    </message>
    <message>
        <source>--jobs takes a number from 1 to 64, not &quot;%1&quot;.</source>
        <translation>--jobs nimmt eine Zahl von 1 bis 64, nicht „%1“.</translation>
    </message>
    <message>
        <source>the machines that build over SSH</source>
        <translation>die Rechner, die über SSH bauen</translation>
    </message>
    <message>
        <source>What the machine builds, such as aarch64-darwin; asked of it unless said.</source>
        <translation>Was der Rechner baut, etwa aarch64-darwin; ohne Angabe wird er gefragt.</translation>
    </message>
    <message>
        <source>The private key to sign in with; ssh&apos;s own choice unless said.</source>
        <translation>Der private Schlüssel für die Anmeldung; ohne Angabe wählt ssh.</translation>
    </message>
    <message>
        <source>nix-daemon on the machine, where it is not on the PATH.</source>
        <translation>nix-daemon auf dem Rechner, wo es nicht im PATH ist.</translation>
    </message>
    <message>
        <source>How many targets the machine builds at once; 1 unless said.</source>
        <translation>Wie viele Ziele der Rechner zugleich baut; ohne Angabe 1.</translation>
    </message>
    <message>
        <source>Trust the machine only if its key has this fingerprint.</source>
        <translation>Dem Rechner nur vertrauen, wenn sein Schlüssel diesen Fingerabdruck hat.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>%1 is there already. Overwrite it with --force.</source>
        <translation>%1 ist schon da. Mit --force überschreiben.</translation>
    </message>
    <message>
        <source>Nothing was written: that was canceled.</source>
        <translation>Nichts wurde geschrieben: Das wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Wrote %1. Read it through, then: unmoor plan
</source>
        <translation>%1 geschrieben. Durchlesen, dann: unmoor plan
</translation>
    </message>
    <message>
        <source>write a commented unmoor.toml for this project</source>
        <translation>eine kommentierte unmoor.toml für dieses Projekt schreiben</translation>
    </message>
    <message>
        <source>Overwrite an unmoor.toml that is there.</source>
        <translation>Eine vorhandene unmoor.toml überschreiben.</translation>
    </message>
    <message>
        <source>An archive to propose a layout from.</source>
        <translation>Ein Archiv, aus dem ein Layout vorgeschlagen wird.</translation>
    </message>
    <message>
        <source>Download the newest release&apos;s archives and propose layouts from them.</source>
        <translation>Die Archive der neuesten Veröffentlichung laden und daraus Layouts vorschlagen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a target triple such as &quot;x86_64-unknown-linux-gnu&quot;.</source>
        <translation>„%1“ ist kein Zieltripel wie „x86_64-unknown-linux-gnu“.</translation>
    </message>
    <message>
        <source>unmoor.toml has no target %1 that is built.</source>
        <translation>unmoor.toml hat kein Ziel %1, das gebaut wird.</translation>
    </message>
    <message>
        <source>judged as made for %1, which its name tells
</source>
        <translation>beurteilt als gemacht für %1, wie der Name sagt
</translation>
    </message>
    <message>
        <source>its name tells %1, a system for which programs are not judged
</source>
        <translation>der Name nennt %1, ein System, für das Programme nicht beurteilt werden
</translation>
    </message>
    <message>
        <source>judged as made for %1, as unmoor.toml says
</source>
        <translation>beurteilt als gemacht für %1, wie unmoor.toml sagt
</translation>
    </message>
    <message>
        <source>    accepted, %1: %2
</source>
        <translation>    akzeptiert, %1: %2
</translation>
    </message>
    <message>
        <source>%1: %2, %3 entries, sha256 %4
</source>
        <translation>%1: %2, %3 Einträge, sha256 %4
</translation>
    </message>
    <message>
        <source>--against and --against-release name two things to compare with. Give one of them.</source>
        <translation>--against und --against-release nennen zwei Vergleiche. Einen davon angeben.</translation>
    </message>
    <message>
        <source>--%1 is empty. Name what to compare with.</source>
        <translation>--%1 ist leer. Angeben, womit verglichen wird.</translation>
    </message>
    <message>
        <source>judge an archive against its layout, and compare it with another</source>
        <translation>ein Archiv nach seinem Layout beurteilen und mit einem anderen vergleichen</translation>
    </message>
    <message>
        <source>Another archive to compare with.</source>
        <translation>Ein anderes Archiv zum Vergleich.</translation>
    </message>
    <message>
        <source>A release whose archive of the same target to compare with; &quot;previous&quot; is the newest before this version.</source>
        <translation>Eine Veröffentlichung, mit deren Archiv desselben Ziels verglichen wird; &quot;previous&quot; ist die neueste vor dieser Version.</translation>
    </message>
    <message>
        <source>&apos;unmoor %1&apos; has no option --%2. It takes: %3. See unmoor --help.</source>
        <translation>&apos;unmoor %1&apos; hat keine Option --%2. Es nimmt: %3. Siehe unmoor --help.</translation>
    </message>
    <message>
        <source>The window has no option --%1. See unmoor --help.</source>
        <translation>Das Fenster hat keine Option --%1. Siehe unmoor --help.</translation>
    </message>
    <message>
        <source>--api-url takes an address such as https://HOST/api/v3, not &quot;%1&quot;.</source>
        <translation>--api-url nimmt eine Adresse wie https://HOST/api/v3, nicht „%1“.</translation>
    </message>
    <message>
        <source>--token-env: there is no environment variable %1, or it is empty.</source>
        <translation>--token-env: Es gibt keine Umgebungsvariable %1, oder sie ist leer.</translation>
    </message>
    <message>
        <source>There is neither a command nor a folder &quot;%1&quot;.</source>
        <translation>Es gibt weder einen Befehl noch einen Ordner „%1“.</translation>
    </message>
    <message>
        <source>Did you mean &apos;%1&apos;?</source>
        <translation>Ist &apos;%1&apos; gemeint?</translation>
    </message>
    <message>
        <source>See unmoor --help.</source>
        <translation>Siehe unmoor --help.</translation>
    </message>
    <message>
        <source>Unmoor %1: cut a release of a project whose artifacts come out of a Nix flake.

</source>
        <translation>Unmoor %1: ein Projekt veröffentlichen, dessen Archive aus einem Nix-Flake kommen.

</translation>
    </message>
    <message>
        <source>unmoor [DIR]   opens the window
</source>
        <translation>unmoor [DIR]   öffnet das Fenster
</translation>
    </message>
    <message>
        <source>Options of every command:
</source>
        <translation>Optionen aller Befehle:
</translation>
    </message>
    <message>
        <source>Exit: 0 done or ready, 1 something to do or failed, 2 wrong usage or unreadable input, 130 canceled.
</source>
        <translation>Ende: 0 erledigt oder bereit, 1 etwas zu tun oder gescheitert, 2 falscher Aufruf oder unlesbare Eingabe, 130 abgebrochen.
</translation>
    </message>
    <message>
        <source>%1: %2 characters, no problems
</source>
        <translation>%1: %2 Zeichen, keine Probleme
</translation>
    </message>
    <message>
        <source>%1: section %2 is in line %3.</source>
        <translation>%1: Abschnitt %2 steht in Zeile %3.</translation>
    </message>
    <message>
        <source>unmoor: Nothing since the last release says anything to users.</source>
        <translation>unmoor: Seit der letzten Veröffentlichung sagt nichts den Benutzern etwas.</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>dem Anfang</translation>
    </message>
    <message>
        <source>unmoor: There are no commits since %1 to draft from.</source>
        <translation>unmoor: Es gibt seit %1 keine Commits, aus denen etwas zu entwerfen wäre.</translation>
    </message>
    <message>
        <source>%1 of %2 commits since %3 became entries; merges, version bumps, tests and the like did not.</source>
        <translation>%1 von %2 Commits seit %3 wurden Einträge; Merges, Versionssprünge, Tests und dergleichen nicht.</translation>
    </message>
    <message>
        <source>--check, --promote and --insert each do one thing. Give one of them.</source>
        <translation>--check, --promote und --insert tun je eine Sache. Eines davon angeben.</translation>
    </message>
    <message>
        <source>--from-commits and --from-github are two drafts. Give one of them.</source>
        <translation>--from-commits und --from-github sind zwei Entwürfe. Einen davon angeben.</translation>
    </message>
    <message>
        <source>--authors goes with --from-commits.</source>
        <translation>--authors gehört zu --from-commits.</translation>
    </message>
    <message>
        <source>print the release body out of the changelog, or give the changelog a section for the version</source>
        <translation>den Text der Veröffentlichung aus dem Changelog ausgeben, oder dem Changelog einen Abschnitt für die Version geben</translation>
    </message>
    <message>
        <source>The version whose section is meant.</source>
        <translation>Die Version, deren Abschnitt gemeint ist.</translation>
    </message>
    <message>
        <source>List problems instead of printing the body.</source>
        <translation>Probleme auflisten, statt den Text auszugeben.</translation>
    </message>
    <message>
        <source>Put the entries of Unreleased under the version and today&apos;s date.</source>
        <translation>Die Einträge von Unreleased unter die Version und das heutige Datum stellen.</translation>
    </message>
    <message>
        <source>Write a section for the version where it belongs.</source>
        <translation>Einen Abschnitt für die Version schreiben, wo er hingehört.</translation>
    </message>
    <message>
        <source>Draft entries from the commits since the last tag.</source>
        <translation>Einträge aus den Commits seit dem letzten Tag entwerfen.</translation>
    </message>
    <message>
        <source>Take the notes that GitHub generates.</source>
        <translation>Die Hinweise nehmen, die GitHub erzeugt.</translation>
    </message>
    <message>
        <source>Name the author of each entry.</source>
        <translation>Den Autor jedes Eintrags nennen.</translation>
    </message>
    <message numerus="yes">
        <source>, %n to build</source>
        <translation>
            <numerusform>, %n zu bauen</numerusform>
            <numerusform>, %n zu bauen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n to fetch</source>
        <translation>
            <numerusform>, %n zu laden</numerusform>
            <numerusform>, %n zu laden</numerusform>
        </translation>
    </message>
    <message>
        <source>, usually %1</source>
        <translation>, sonst %1</translation>
    </message>
    <message>
        <source>, no history</source>
        <translation>, ohne Erfahrung</translation>
    </message>
    <message>
        <source>check the gates and say what each target would build, fetch or reuse</source>
        <translation>die Bedingungen prüfen und sagen, was jedes Ziel bauen, laden oder wiederverwenden würde</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>annotated</source>
        <translation>annotiert</translation>
    </message>
    <message>
        <source>lightweight</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>%1 after %2; possible: %3
</source>
        <translation>%1 nach %2; möglich: %3
</translation>
    </message>
    <message>
        <source>; a pre-release, `latest` stays where it is</source>
        <translation>; eine Vorabversion, `latest` bleibt, wo es ist</translation>
    </message>
    <message>
        <source>In the way: %1
</source>
        <translation>Im Weg: %1
</translation>
    </message>
    <message>
        <source>This asks first, and there is no terminal to ask on. Read what is printed above, then add --yes.</source>
        <translation>Hier wird erst gefragt, und es gibt kein Terminal zum Fragen. Lesen, was oben steht, dann --yes hinzufügen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 gets the tag %2 and, on %3:</source>
        <translation>%1 bekommt den Tag %2 und, auf %3:</translation>
    </message>
    <message>
        <source>Push this to %1? What listens to tags there starts with it. Type yes:</source>
        <translation>Dies nach %1 pushen? Was dort auf Tags wartet, läuft damit an. yes eingeben:</translation>
    </message>
    <message>
        <source>%1 is pushed. Build and publish it: unmoor build, unmoor publish
</source>
        <translation>%1 ist gepusht. Bauen und veröffentlichen: unmoor build, unmoor publish
</translation>
    </message>
    <message>
        <source>%1 is tagged at %2, and not pushed yet: unmoor prepare --push, or take it back: unmoor prepare --undo
</source>
        <translation>%1 hat bei %2 einen Tag und ist noch nicht gepusht: unmoor prepare --push, oder zurücknehmen: unmoor prepare --undo
</translation>
    </message>
    <message>
        <source>Write, commit and tag this? Nothing is pushed yet. Type yes:</source>
        <translation>Dies schreiben, committen und mit einem Tag versehen? Noch wird nichts gepusht. yes eingeben:</translation>
    </message>
    <message>
        <source>%1 was taken back: the checkout is as it was.
</source>
        <translation>%1 wurde zurückgenommen: Der Checkout ist, wie er war.
</translation>
    </message>
    <message>
        <source>write the next version and its notes, commit and tag them</source>
        <translation>die nächste Version und ihre Hinweise schreiben, committen und mit einem Tag versehen</translation>
    </message>
    <message>
        <source>patch, minor, major, pre, final, or a version; what the changes ask for unless said.</source>
        <translation>patch, minor, major, pre, final oder eine Version; ohne Angabe, was die Änderungen verlangen.</translation>
    </message>
    <message>
        <source>Show what would be done, and do nothing.</source>
        <translation>Zeigen, was getan würde, und nichts tun.</translation>
    </message>
    <message>
        <source>Push branch and tag, both or none, also later.</source>
        <translation>Branch und Tag pushen, beide oder keinen, auch später.</translation>
    </message>
    <message>
        <source>Take back what was prepared and not pushed.</source>
        <translation>Zurücknehmen, was vorbereitet und nicht gepusht wurde.</translation>
    </message>
    <message>
        <source>Leave the edits in the files where a hook refuses the commit.</source>
        <translation>Die Änderungen in den Dateien lassen, wo ein Hook den Commit ablehnt.</translation>
    </message>
    <message>
        <source>Ask nothing.</source>
        <translation>Nichts fragen.</translation>
    </message>
    <message>
        <source>This takes something away on GitHub: %1. %2.</source>
        <translation>Das nimmt auf GitHub etwas weg: %1. %2.</translation>
    </message>
    <message>
        <source>Publishing asks first, and there is no terminal to ask on. Add --yes, or --draft-only to stop before publishing.</source>
        <translation>Vor dem Veröffentlichen wird gefragt, und es gibt kein Terminal zum Fragen. --yes hinzufügen, oder --draft-only, um vor dem Veröffentlichen anzuhalten.</translation>
    </message>
    <message>
        <source>Publishing asks first, and there is no terminal to ask on. Read what it takes away above, then add --yes.</source>
        <translation>Vor dem Veröffentlichen wird gefragt, und es gibt kein Terminal zum Fragen. Oben lesen, was weggenommen wird, dann --yes hinzufügen.</translation>
    </message>
    <message>
        <source>Publish %1 of %2? Type yes:</source>
        <translation>%1 von %2 veröffentlichen? yes eingeben:</translation>
    </message>
    <message>
        <source>Nothing was published.</source>
        <translation>Nichts wurde veröffentlicht.</translation>
    </message>
    <message>
        <source>waiting %1 s: %2</source>
        <translation>wartet %1 s: %2</translation>
    </message>
    <message>
        <source>For you to do: %1</source>
        <translation>Selbst zu tun: %1</translation>
    </message>
    <message>
        <source>complete: %1
</source>
        <translation>vollständig: %1
</translation>
    </message>
    <message>
        <source>stopped; run the same command again to go on
</source>
        <translation>angehalten; denselben Befehl noch einmal ausführen, um fortzufahren
</translation>
    </message>
    <message>
        <source>publish the release, or finish one that stopped half-way</source>
        <translation>veröffentlichen, oder eine abgebrochene Veröffentlichung vollenden</translation>
    </message>
    <message>
        <source>Stop before publishing: leave a draft.</source>
        <translation>Vor dem Veröffentlichen anhalten: einen Entwurf hinterlassen.</translation>
    </message>
    <message>
        <source>Print the plan, send nothing.</source>
        <translation>Den Plan ausgeben, nichts senden.</translation>
    </message>
    <message>
        <source>Do not ask before publishing.</source>
        <translation>Vor dem Veröffentlichen nicht fragen.</translation>
    </message>
    <message>
        <source>Accept a finding, with the reason.</source>
        <translation>Einen Befund akzeptieren, mit dem Grund.</translation>
    </message>
    <message>
        <source>unmoor.toml has no target %1.</source>
        <translation>unmoor.toml hat kein Ziel %1.</translation>
    </message>
    <message>
        <source>This machine has built no archive of this commit yet. Run unmoor build first.</source>
        <translation>Dieser Rechner hat noch kein Archiv dieses Commits gebaut. Erst unmoor build ausführen.</translation>
    </message>
    <message>
        <source>the whole release against a stand-in for GitHub on this machine</source>
        <translation>die ganze Veröffentlichung gegen einen Stellvertreter von GitHub auf diesem Rechner</translation>
    </message>
    <message>
        <source>Open the window on the rehearsal.</source>
        <translation>Das Fenster mit dem Probelauf öffnen.</translation>
    </message>
    <message>
        <source>Save a picture of every page in this folder.</source>
        <translation>Ein Bild jeder Seite in diesem Ordner speichern.</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>something to do</source>
        <translation>etwas zu tun</translation>
    </message>
    <message>
        <source>no archive</source>
        <translation>kein Archiv</translation>
    </message>
    <message>
        <source>compare this machine, the ledger and the host</source>
        <translation>diesen Rechner, das Journal und den Host vergleichen</translation>
    </message>
    <message>
        <source>Canceled before there was an answer. Nothing was changed.</source>
        <translation>Abgebrochen, bevor eine Antwort kam. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Token for %1 (it is not shown):</source>
        <translation>Token für %1 (es wird nicht gezeigt):</translation>
    </message>
    <message>
        <source>No token came on standard input. Use: unmoor token set --host %1 &lt; FILE</source>
        <translation>Auf der Standardeingabe kam kein Token. So geht es: unmoor token set --host %1 &lt; DATEI</translation>
    </message>
    <message>
        <source>Canceled while the keychain was asked; it may have taken the token.</source>
        <translation>Abgebrochen, während der Schlüsselbund gefragt wurde; er hat das Token vielleicht genommen.</translation>
    </message>
    <message>
        <source>unmoor: no keychain answers on this machine, so the token was not kept. Start a Secret Service (gnome-keyring, KWallet), or pass it in an environment variable with --token-env.</source>
        <translation>unmoor: Kein Schlüsselbund antwortet auf diesem Rechner, also wurde das Token nicht behalten. Einen Secret Service starten (gnome-keyring, KWallet), oder es mit --token-env in einer Umgebungsvariablen übergeben.</translation>
    </message>
    <message>
        <source>The token for %1 is in the keychain.
</source>
        <translation>Das Token für %1 ist im Schlüsselbund.
</translation>
    </message>
    <message>
        <source>unmoor: no keychain answers on this machine, so the token was not kept. Start a Secret Service (gnome-keyring, KWallet) and sign in again.</source>
        <translation>unmoor: Kein Schlüsselbund antwortet auf diesem Rechner, also wurde das Token nicht behalten. Einen Secret Service starten (gnome-keyring, KWallet) und neu anmelden.</translation>
    </message>
    <message>
        <source>Open %1 and type the code %2</source>
        <translation>%1 öffnen und den Code %2 eingeben</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>Name the account: unmoor token use --account NAME. unmoor token list shows those that are known.</source>
        <translation>Das Konto angeben: unmoor token use --account NAME. unmoor token list zeigt die bekannten.</translation>
    </message>
    <message>
        <source>%1 publishes the releases of %2.
</source>
        <translation>%1 veröffentlicht für %2.
</translation>
    </message>
    <message>
        <source>%1 publishes the releases at %2.
</source>
        <translation>%1 veröffentlicht bei %2.
</translation>
    </message>
    <message>
        <source>The token for %1 is gone from the keychain.
</source>
        <translation>Das Token für %1 ist aus dem Schlüsselbund entfernt.
</translation>
    </message>
    <message>
        <source>The token of %1 for %2 is gone from the keychain.
</source>
        <translation>Das Token von %1 für %2 ist aus dem Schlüsselbund entfernt.
</translation>
    </message>
    <message>
        <source>&apos;unmoor token&apos; takes %1, not &quot;%2&quot;.</source>
        <translation>&apos;unmoor token&apos; nimmt %1, nicht „%2“.</translation>
    </message>
    <message>
        <source>--host takes a host such as git.example.org, not &quot;%1&quot;.</source>
        <translation>--host nimmt einen Host wie git.example.org, nicht „%1“.</translation>
    </message>
    <message>
        <source>keep tokens in the keychain, and say what they may do</source>
        <translation>Token im Schlüsselbund halten und sagen, was sie dürfen</translation>
    </message>
    <message>
        <source>The host that the token is for; github.com unless said.</source>
        <translation>Der Host, für den das Token ist; ohne Angabe github.com.</translation>
    </message>
    <message>
        <source>Whose token at the host; the one that was chosen unless said.</source>
        <translation>Wessen Token beim Host; ohne Angabe das gewählte.</translation>
    </message>
    <message>
        <source>Of the OAuth app to sign in with in the browser; kept for the next time.</source>
        <translation>Die der OAuth-App für die Anmeldung im Browser; wird fürs nächste Mal behalten.</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>vertraut</translation>
    </message>
    <message>
        <source>not trusted</source>
        <translation>nicht vertraut</translation>
    </message>
    <message>
        <source>No project&apos;s folder is trusted.
</source>
        <translation>Keinem Projektordner wird vertraut.
</translation>
    </message>
    <message>
        <source>%1 is trusted: its flake may be evaluated and built.
</source>
        <translation>%1 wird vertraut: Sein Flake darf ausgewertet und gebaut werden.
</translation>
    </message>
    <message>
        <source>%1 is not trusted any more.
</source>
        <translation>%1 wird nicht mehr vertraut.
</translation>
    </message>
    <message>
        <source>whose checkouts may run their code when the window opens them</source>
        <translation>wessen Checkouts ihren Code ausführen dürfen, wenn das Fenster sie öffnet</translation>
    </message>
    <message>
        <source>Could not read %1: %2.</source>
        <translation>%1 konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Hashing %1 was canceled.</source>
        <translation>Die Prüfsumme von %1 zu berechnen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 leads out of the project through a link, to %2, so nothing was written. Put a file in the place of the link, or name another file in unmoor.toml.</source>
        <translation>%1 führt durch einen Link aus dem Projekt hinaus, zu %2, also wurde nichts geschrieben. Eine Datei an die Stelle des Links legen, oder in unmoor.toml eine andere nennen.</translation>
    </message>
    <message>
        <source>The link names no host, so nothing was opened: %1</source>
        <translation>Der Link nennt keinen Host, also wurde nichts geöffnet: %1</translation>
    </message>
    <message>
        <source>The link&apos;s address has more than %1 characters, which nobody can check, so nothing was opened.</source>
        <translation>Die Adresse des Links hat mehr als %1 Zeichen, die niemand prüfen kann, also wurde nichts geöffnet.</translation>
    </message>
    <message>
        <source>The link leads to a file, %1, and only pages are opened from here.</source>
        <translation>Der Link führt zu einer Datei, %1, und von hier werden nur Seiten geöffnet.</translation>
    </message>
    <message>
        <source>The link leads to %1, which is not there, so nothing was opened.</source>
        <translation>Der Link führt zu %1, das nicht da ist, also wurde nichts geöffnet.</translation>
    </message>
    <message>
        <source>The link leads out of the project, to %1, so nothing was opened. Open it yourself where you know what it is.</source>
        <translation>Der Link führt aus dem Projekt hinaus, zu %1, also wurde nichts geöffnet. Es selbst öffnen, wenn bekannt ist, was es ist.</translation>
    </message>
    <message>
        <source>The link leads to %1, which is neither a file nor a folder, so nothing was opened.</source>
        <translation>Der Link führt zu %1, das weder Datei noch Ordner ist, also wurde nichts geöffnet.</translation>
    </message>
    <message>
        <source>Only web pages (http and https) and files of the project are opened, so this was not: %1</source>
        <translation>Nur Webseiten (http und https) und Dateien des Projekts werden geöffnet, dies also nicht: %1</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>eine Pipe</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>ein Socket</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>ein Gerät</translation>
    </message>
    <message>
        <source>%1 is %2, not a file, so it was not read. Put a file in its place, or name another one in unmoor.toml.</source>
        <translation>%1 ist %2, keine Datei, und wurde darum nicht gelesen. Eine Datei an die Stelle legen, oder in unmoor.toml eine andere nennen.</translation>
    </message>
    <message>
        <source>%1 has %2; such a file may have %3 at most, so it was not read. Make it smaller, or name another one in unmoor.toml.</source>
        <translation>%1 hat %2; so eine Datei darf höchstens %3 haben und wurde darum nicht gelesen. Die Datei verkleinern, oder in unmoor.toml eine andere nennen.</translation>
    </message>
    <message>
        <source>%1 leads out of the project through a link, to %2, so it was not read. Put a file in the place of the link, or name another one in unmoor.toml.</source>
        <translation>%1 führt durch einen Link aus dem Projekt hinaus, zu %2, und wurde darum nicht gelesen. Eine Datei an die Stelle des Links legen, oder in unmoor.toml eine andere nennen.</translation>
    </message>
    <message>
        <source>Could not start %1: %2. Install it, or make sure that it is on the PATH.</source>
        <translation>%1 konnte nicht gestartet werden: %2. Es installieren, oder sicherstellen, dass es im PATH ist.</translation>
    </message>
    <message>
        <source>%1 was canceled.</source>
        <translation>%1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 was ended by signal %2.</source>
        <translation>%1 wurde durch Signal %2 beendet.</translation>
    </message>
    <message>
        <source>another Unmoor</source>
        <translation>ein anderes Unmoor</translation>
    </message>
    <message>
        <source>another Unmoor (process %1 on %2)</source>
        <translation>ein anderes Unmoor (Prozess %1 auf %2)</translation>
    </message>
    <message>
        <source>another Unmoor (process %1)</source>
        <translation>ein anderes Unmoor (Prozess %1)</translation>
    </message>
    <message>
        <source>The lock %1 cannot be written. Make its folder writable, or name another folder with --state-dir.</source>
        <translation>Die Sperre %1 kann nicht geschrieben werden. Ihren Ordner beschreibbar machen, oder mit --state-dir einen anderen nennen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Make the file and its folder writable, then try again.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Die Datei und ihren Ordner beschreibbar machen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>its lock %1 cannot be made</source>
        <translation>ihre Sperre %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>%1 is being changed by another process (%2 on %3), which does not come to an end. End that process, then try again.</source>
        <translation>%1 wird von einem anderen Prozess geändert (%2 auf %3), der nicht zum Ende kommt. Diesen Prozess beenden, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Make the file readable, or move it away to begin anew.</source>
        <translation>%1 kann nicht gelesen werden: %2. Die Datei lesbar machen, oder beiseitelegen, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation>etwa %1 h %2 min</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>The organization wants the token approved for single sign-on.</source>
        <translation>Die Organisation verlangt, dass das Token für Single Sign-on freigegeben wird.</translation>
    </message>
    <message>
        <source>The organization wants the token approved for single sign-on: open %1.</source>
        <translation>Die Organisation verlangt, dass das Token für Single Sign-on freigegeben wird: %1 öffnen.</translation>
    </message>
    <message>
        <source>The token needs the right %1.</source>
        <translation>Das Token braucht das Recht %1.</translation>
    </message>
    <message>
        <source>The token needs one of the scopes %1.</source>
        <translation>Das Token braucht einen der Scopes %1.</translation>
    </message>
    <message>
        <source>The token lacks a right for this, or it is no longer there: it needs Contents: write (fine-grained) or the scope repo (classic).</source>
        <translation>Dem Token fehlt dazu ein Recht, oder es ist nicht mehr da: Es braucht Contents: write (feingranular) oder den Scope repo (klassisch).</translation>
    </message>
    <message>
        <source>If the commit changes files in .github/workflows, the token also needs Workflows: write or the scope workflow.</source>
        <translation>Ändert der Commit Dateien in .github/workflows, braucht das Token auch Workflows: write oder den Scope workflow.</translation>
    </message>
    <message>
        <source>The token is wrong, expired or missing: store a new one.</source>
        <translation>Das Token ist falsch, abgelaufen oder fehlt: ein neues speichern.</translation>
    </message>
    <message>
        <source>It is not there, or the token may not see it.</source>
        <translation>Es ist nicht da, oder das Token darf es nicht sehen.</translation>
    </message>
    <message>
        <source>Too many requests: it takes more in %1 s.</source>
        <translation>Zu viele Anfragen: In %1 s werden wieder welche angenommen.</translation>
    </message>
    <message>
        <source>Too many requests, and no word when it takes more: wait for a minute at least.</source>
        <translation>Zu viele Anfragen, und kein Wort, wann wieder welche angenommen werden: mindestens eine Minute warten.</translation>
    </message>
    <message>
        <source>What became of the request is not known until the host is asked again.</source>
        <translation>Was aus der Anfrage wurde, ist erst bekannt, wenn der Host wieder gefragt wird.</translation>
    </message>
    <message>
        <source>the answer is not what the API promises</source>
        <translation>die Antwort ist nicht, was die Schnittstelle verspricht</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund angegeben</translation>
    </message>
    <message>
        <source>%1: %2 answered HTTP %3, %4 (%5).</source>
        <translation>%1: %2 antwortete HTTP %3, %4 (%5).</translation>
    </message>
    <message>
        <source>%1: %2 (%3).</source>
        <translation>%1: %2 (%3).</translation>
    </message>
    <message>
        <source>it was canceled</source>
        <translation>es wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 is not encrypted, and the token would be readable on the way; use https</source>
        <translation>%1 ist nicht verschlüsselt, und das Token wäre unterwegs lesbar; https verwenden</translation>
    </message>
    <message>
        <source>%1 is not the file that was inspected any more, so it was not sent whole; build or adopt it again</source>
        <translation>%1 ist nicht mehr die geprüfte Datei und wurde darum nicht ganz gesendet; noch einmal bauen oder übernehmen</translation>
    </message>
    <message>
        <source>nothing moved for %1 s; check the connection, then try again</source>
        <translation>%1 s lang bewegte sich nichts; die Verbindung prüfen, dann noch einmal versuchen</translation>
    </message>
    <message>
        <source>less than %1 KiB came in %2 s; check the connection, then try again</source>
        <translation>in %2 s kamen weniger als %1 KiB; die Verbindung prüfen, dann noch einmal versuchen</translation>
    </message>
    <message>
        <source>the answer is longer than the API ever sends</source>
        <translation>die Antwort ist länger, als die Schnittstelle je sendet</translation>
    </message>
    <message>
        <source>%1 changed while it was sent; make sure that nothing writes to it</source>
        <translation>%1 änderte sich beim Senden; sicherstellen, dass nichts hineinschreibt</translation>
    </message>
    <message>
        <source>the certificate of %1 cannot be trusted: %2. Nothing was sent. Check this machine&apos;s clock; where a proxy of your organization opens encrypted connections, add its certificate to this machine&apos;s</source>
        <translation>dem Zertifikat von %1 ist nicht zu trauen: %2. Nichts wurde gesendet. Die Uhr dieses Rechners prüfen; wo ein Proxy der Organisation verschlüsselte Verbindungen öffnet, dessen Zertifikat zu denen dieses Rechners hinzufügen</translation>
    </message>
    <message>
        <source>no whole answer from %1: %2</source>
        <translation>keine ganze Antwort von %1: %2</translation>
    </message>
    <message>
        <source>the answer of %1 was cut short: %2 of %3 bytes came</source>
        <translation>die Antwort von %1 wurde abgeschnitten: %2 von %3 Bytes kamen</translation>
    </message>
    <message>
        <source>it was sent on to %1 in a way that would lose what was written</source>
        <translation>es wurde so an %1 weitergeleitet, dass verloren ginge, was geschrieben wurde</translation>
    </message>
    <message>
        <source>it was sent on more than %1 times</source>
        <translation>es wurde mehr als %1-mal weitergeleitet</translation>
    </message>
    <message>
        <source>it was sent on to %1, which is not safe</source>
        <translation>es wurde an %1 weitergeleitet, was nicht sicher ist</translation>
    </message>
    <message>
        <source>it was sent on to another host, %1</source>
        <translation>es wurde an einen anderen Host weitergeleitet, %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a repository. Write it as owner/name.</source>
        <translation>„%1“ ist kein Repository. Es als owner/name schreiben.</translation>
    </message>
    <message>
        <source>Could not read the repository %1</source>
        <translation>Das Repository %1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1: an entry is not what the API promises.</source>
        <translation>%1: Ein Eintrag ist nicht, was die Schnittstelle verspricht.</translation>
    </message>
    <message>
        <source>another host, %1, answered</source>
        <translation>ein anderer Host, %1, hat geantwortet</translation>
    </message>
    <message>
        <source>the list goes on at another host, %1, which was not asked</source>
        <translation>die Liste geht bei einem anderen Host weiter, %1, der nicht gefragt wurde</translation>
    </message>
    <message>
        <source>the list has no end</source>
        <translation>die Liste hat kein Ende</translation>
    </message>
    <message>
        <source>Could not read the tag %1</source>
        <translation>Der Tag %1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The tag points at a %1, %2, instead of a commit. Delete it or choose another tag.</source>
        <translation>Der Tag zeigt auf %1, %2, statt auf einen Commit. Ihn löschen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>Could not write %1: %2. Is the disk full, or the folder read-only?</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Ist der Datenträger voll oder der Ordner schreibgeschützt?</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>er antwortete nicht rechtzeitig</translation>
    </message>
    <message>
        <source>Store one with: unmoor token set --host %1</source>
        <translation>Eines speichern mit: unmoor token set --host %1</translation>
    </message>
    <message>
        <source>access denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>The keychain did not give access to the token for %1 (%2). Unlock the keychain and allow Unmoor to use it, or give the token in an environment variable with --token-env.</source>
        <translation>Der Schlüsselbund gab keinen Zugriff auf das Token für %1 (%2). Den Schlüsselbund entsperren und Unmoor den Zugriff erlauben, oder das Token mit --token-env in einer Umgebungsvariablen geben.</translation>
    </message>
    <message>
        <source>No token for %1: the keychain could not be asked (%2), and none was entered in this session. Start a keychain service, such as gnome-keyring or KWallet, or give the token in an environment variable with --token-env.</source>
        <translation>Kein Token für %1: Der Schlüsselbund konnte nicht gefragt werden (%2), und in dieser Sitzung wurde keines eingegeben. Einen Schlüsselbunddienst starten, etwa gnome-keyring oder KWallet, oder das Token mit --token-env in einer Umgebungsvariablen geben.</translation>
    </message>
    <message>
        <source>The keychain has no token for %1, or stayed locked.</source>
        <translation>Der Schlüsselbund hat kein Token für %1, oder blieb gesperrt.</translation>
    </message>
    <message>
        <source>The keychain could not be asked to forget the token for %1 (%2). Start a keychain service, such as gnome-keyring or KWallet, and try again.</source>
        <translation>Der Schlüsselbund konnte nicht gebeten werden, das Token für %1 zu vergessen (%2). Einen Schlüsselbunddienst starten, etwa gnome-keyring oder KWallet, und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The ledger knows no build number %1, so its end was not recorded.</source>
        <translation>Das Journal kennt keinen Build Nummer %1, also wurde sein Ende nicht festgehalten.</translation>
    </message>
    <message>
        <source>Could not write %1: %2. Choose a folder that is writable and has room.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Einen Ordner wählen, der beschreibbar ist und Platz hat.</translation>
    </message>
    <message>
        <source>Could not make the folder %1 for the ledger. Make sure that you may write to the folder above it and that no file has its name, or choose another with --state-dir.</source>
        <translation>Der Ordner %1 für das Journal konnte nicht angelegt werden. Sicherstellen, dass im Ordner darüber geschrieben werden darf und keine Datei so heißt, oder mit --state-dir einen anderen wählen.</translation>
    </message>
    <message>
        <source>The ledger %1 is empty: a full disk or another program took what was in it. Bring it back from a copy. Or move it away together with %1-wal and %1-shm, if they are there, and start again: Unmoor begins a new one. Releases are not affected; only what was built is no longer known.</source>
        <translation>Das Journal %1 ist leer: Ein voller Datenträger oder ein anderes Programm nahm, was darin war. Es aus einer Kopie zurückholen. Oder es mit %1-wal und %1-shm, falls vorhanden, beiseitelegen und neu beginnen: Unmoor legt ein neues an. Veröffentlichungen sind nicht betroffen; nur was gebaut wurde, ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Could not make the ledger %1: %2. Make sure that you may write to its folder, or choose another with --state-dir.</source>
        <translation>Das Journal %1 konnte nicht angelegt werden: %2. Sicherstellen, dass in seinen Ordner geschrieben werden darf, oder mit --state-dir einen anderen wählen.</translation>
    </message>
    <message>
        <source>The ledger %1 was written by a newer Unmoor (its version is %2, this Unmoor knows %3). Use the newer one, or choose another folder with --state-dir.</source>
        <translation>Das Journal %1 wurde von einem neueren Unmoor geschrieben (seine Version ist %2, dieses Unmoor kennt %3). Das neuere benutzen, oder mit --state-dir einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The ledger %1 is damaged (%2). Move it away together with %1-wal and %1-shm, if they are there, and start again: Unmoor begins a new one. Releases are not affected; only what was built is no longer known.</source>
        <translation>Das Journal %1 ist beschädigt (%2). Es mit %1-wal und %1-shm, falls vorhanden, beiseitelegen und neu beginnen: Unmoor legt ein neues an. Veröffentlichungen sind nicht betroffen; nur was gebaut wurde, ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>The ledger %1 is in use by another program and did not become free. Close other Unmoor windows and commands, then try again.</source>
        <translation>Das Journal %1 wird von einem anderen Programm benutzt und wurde nicht frei. Andere Fenster und Befehle von Unmoor schließen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The ledger %1 could not be written: the disk is full. Free some room and try again.</source>
        <translation>Das Journal %1 konnte nicht geschrieben werden: Der Datenträger ist voll. Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Could not use the ledger %1: %2. Make sure that you may write to it and to its folder, or choose another folder with --state-dir.</source>
        <translation>Das Journal %1 konnte nicht benutzt werden: %2. Sicherstellen, dass darin und in seinem Ordner geschrieben werden darf, oder mit --state-dir einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Nothing builds there now.</source>
        <translation>Dort baut jetzt nichts.</translation>
    </message>
    <message>
        <source>RUNS FOR</source>
        <translation>LÄUFT SEIT</translation>
    </message>
    <message>
        <source>CPU TIME</source>
        <translation>CPU-ZEIT</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>MEMORY</source>
        <translation>SPEICHER</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>BEFEHL</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>Nix&apos;s builders</source>
        <translation>Builder von Nix</translation>
    </message>
    <message>
        <source>The login shell there did not run a program of sh.</source>
        <translation>Die Login-Shell dort führte ein Programm für sh nicht aus.</translation>
    </message>
    <message>
        <source>ssh does not accept its configuration for %1: %2</source>
        <translation>ssh nimmt seine Konfiguration für %1 nicht an: %2</translation>
    </message>
    <message>
        <source>Mend ~/.ssh/config, or the address and key of the machine.</source>
        <translation>~/.ssh/config berichtigen, oder Adresse und Schlüssel des Rechners.</translation>
    </message>
    <message>
        <source>Goes through %1.</source>
        <translation>Geht durch %1.</translation>
    </message>
    <message>
        <source>The name %1 of %2 does not resolve.</source>
        <translation>Der Name %1 von %2 lässt sich nicht auflösen.</translation>
    </message>
    <message>
        <source>Check its spelling, or give an IP address or an alias of ~/.ssh/config.</source>
        <translation>Die Schreibweise prüfen, oder eine IP-Adresse oder einen Alias aus ~/.ssh/config angeben.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 ist %2.</translation>
    </message>
    <message>
        <source>Port %1 answers.</source>
        <translation>Port %1 antwortet.</translation>
    </message>
    <message>
        <source>Port %1 of %2 answers, but not as an SSH server.</source>
        <translation>Port %1 von %2 antwortet, aber nicht als SSH-Server.</translation>
    </message>
    <message>
        <source>Check the port. If it is right, wait a minute: a server that saw many failed connections refuses more for a while.</source>
        <translation>Den Port prüfen. Ist er richtig, eine Minute warten: Ein Server, der viele gescheiterte Verbindungen sah, lehnt eine Weile weitere ab.</translation>
    </message>
    <message>
        <source>Known to ssh.</source>
        <translation>ssh bekannt.</translation>
    </message>
    <message>
        <source>As %1.</source>
        <translation>Als %1.</translation>
    </message>
    <message>
        <source>%1 lets us in, but does not run commands as a shell would: %2</source>
        <translation>%1 lässt herein, führt Befehle aber nicht aus wie eine Shell: %2</translation>
    </message>
    <message>
        <source>Give the user there an ordinary login shell, without a forced command.</source>
        <translation>Dem Benutzer dort eine gewöhnliche Login-Shell geben, ohne erzwungenen Befehl.</translation>
    </message>
    <message>
        <source>Nix of a version that it does not say.</source>
        <translation>Nix, dessen Version es nicht sagt.</translation>
    </message>
    <message>
        <source>Nix %1.</source>
        <translation>Nix %1.</translation>
    </message>
    <message>
        <source>Its store answers; this version of Nix does not say whether it trusts us.</source>
        <translation>Sein Store antwortet; diese Version von Nix sagt nicht, ob sie dem Benutzer vertraut.</translation>
    </message>
    <message>
        <source>%1 is trusted there.</source>
        <translation>%1 wird dort vertraut.</translation>
    </message>
    <message>
        <source>%1 is not trusted there: builds work, settings of ours are ignored.</source>
        <translation>%1 wird dort nicht vertraut: Builds gehen, eigene Einstellungen werden ignoriert.</translation>
    </message>
    <message>
        <source>Nix on %1 does not say which systems it builds.</source>
        <translation>Nix auf %1 sagt nicht, für welche Systeme es baut.</translation>
    </message>
    <message>
        <source>Name the systems of the machine yourself, such as aarch64-darwin.</source>
        <translation>Die Systeme des Rechners selbst nennen, etwa aarch64-darwin.</translation>
    </message>
    <message>
        <source>The disk of %1 is nearly full: %2 are free.</source>
        <translation>Der Datenträger von %1 ist fast voll: %2 sind frei.</translation>
    </message>
    <message>
        <source>Free space there, for example with “nix store gc”.</source>
        <translation>Dort Platz schaffen, etwa mit „nix store gc“.</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>Nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 sind frei.</translation>
    </message>
    <message>
        <source>It is reached through another machine, so its fingerprint is not shown here. Connect once in a terminal, ssh %1, compare it with the machine&apos;s own and confirm it.</source>
        <translation>Er wird über einen anderen Rechner erreicht, darum wird sein Fingerabdruck hier nicht gezeigt. Einmal im Terminal verbinden, ssh %1, ihn mit dem des Rechners vergleichen und bestätigen.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2.</source>
        <translation>%1 antwortete nicht innerhalb von %2.</translation>
    </message>
    <message>
        <source>Look whether the machine hangs or is very busy, then try again.</source>
        <translation>Nachsehen, ob der Rechner hängt oder sehr beschäftigt ist, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The look at %1 was canceled.</source>
        <translation>Die Prüfung von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 was confirmed with another host key before. Compare both fingerprints with the machine&apos;s own, then replace the old key.</source>
        <translation>%1 wurde früher mit einem anderen Hostschlüssel bestätigt. Beide Fingerabdrücke mit dem des Rechners vergleichen, dann den alten Schlüssel ersetzen.</translation>
    </message>
    <message>
        <source>Name resolves</source>
        <translation>Name auflösbar</translation>
    </message>
    <message>
        <source>Port answers</source>
        <translation>Port antwortet</translation>
    </message>
    <message>
        <source>Host key known</source>
        <translation>Hostschlüssel bekannt</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>Schlüssel angenommen</translation>
    </message>
    <message>
        <source>Nix there</source>
        <translation>Nix dort</translation>
    </message>
    <message>
        <source>Store answers</source>
        <translation>Store antwortet</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Freier Platz</translation>
    </message>
    <message>
        <source>The host key of %1 is not known here.</source>
        <translation>Der Hostschlüssel von %1 ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the machine&apos;s own (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub there), then confirm it.</source>
        <translation>Den Fingerabdruck mit dem des Rechners vergleichen (dort ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub), dann bestätigen.</translation>
    </message>
    <message>
        <source>%1 shows another host key than the one known here: it was set up anew, or someone is listening in.</source>
        <translation>%1 zeigt einen anderen Hostschlüssel als den hier bekannten: Er wurde neu eingerichtet, oder jemand hört mit.</translation>
    </message>
    <message>
        <source>Compare both fingerprints with the machine&apos;s own. Replace the old key only if the new one is the machine&apos;s.</source>
        <translation>Beide Fingerabdrücke mit dem des Rechners vergleichen. Den alten Schlüssel nur ersetzen, wenn der neue der des Rechners ist.</translation>
    </message>
    <message>
        <source>%1 refused every SSH key that was offered.</source>
        <translation>%1 lehnte jeden angebotenen SSH-Schlüssel ab.</translation>
    </message>
    <message>
        <source>%1 refused the SSH key %2.</source>
        <translation>%1 lehnte den SSH-Schlüssel %2 ab.</translation>
    </message>
    <message>
        <source>Choose another key, unlock it with ssh-add, or add its public half to ~/.ssh/authorized_keys of the user there.</source>
        <translation>Einen anderen Schlüssel wählen, ihn mit ssh-add entsperren, oder seine öffentliche Hälfte in ~/.ssh/authorized_keys des Benutzers dort eintragen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached over SSH.</source>
        <translation>%1 ist über SSH nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check that the machine runs and that its name and port are right. After many failed connections a server refuses more for a while: wait a minute.</source>
        <translation>Prüfen, ob der Rechner läuft und ob Name und Port stimmen. Nach vielen gescheiterten Verbindungen lehnt ein Server eine Weile weitere ab: eine Minute warten.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>Die Verbindung zu %1 ging verloren.</translation>
    </message>
    <message>
        <source>Check that the machine runs, then try again.</source>
        <translation>Prüfen, ob der Rechner läuft, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk of %1 is full.</source>
        <translation>Der Datenträger von %1 ist voll.</translation>
    </message>
    <message>
        <source>Nothing listens on port %1 of %2.</source>
        <translation>Auf Port %1 von %2 lauscht nichts.</translation>
    </message>
    <message>
        <source>Start the SSH server there (on a Mac: Sharing, Remote Login), or correct the port.</source>
        <translation>Dort den SSH-Server starten (auf einem Mac: Freigaben, Entfernte Anmeldung), oder den Port berichtigen.</translation>
    </message>
    <message>
        <source>Port %1 of %2 does not answer.</source>
        <translation>Port %1 von %2 antwortet nicht.</translation>
    </message>
    <message>
        <source>Check that the machine runs, that its address and port are right and that no firewall stands between.</source>
        <translation>Prüfen, ob der Rechner läuft, Adresse und Port stimmen und keine Firewall dazwischen steht.</translation>
    </message>
    <message>
        <source>%1 has no %2.</source>
        <translation>%1 hat kein %2.</translation>
    </message>
    <message>
        <source>Correct the path of nix-daemon there.</source>
        <translation>Den Pfad von nix-daemon dort berichtigen.</translation>
    </message>
    <message>
        <source>There is %1: set that as the path of nix-daemon.</source>
        <translation>Es gibt %1: das als Pfad von nix-daemon setzen.</translation>
    </message>
    <message>
        <source>Nix on %1 is not on the PATH of its non-interactive shell.</source>
        <translation>Nix auf %1 ist nicht im PATH seiner nicht interaktiven Shell.</translation>
    </message>
    <message>
        <source>Set %1 as the path of nix-daemon for this machine.</source>
        <translation>%1 als Pfad von nix-daemon für diesen Rechner setzen.</translation>
    </message>
    <message>
        <source>%1 has no Nix on the PATH of its non-interactive shell.</source>
        <translation>%1 hat kein Nix im PATH seiner nicht interaktiven Shell.</translation>
    </message>
    <message>
        <source>Install Nix there, or set the path of nix-daemon for this machine.</source>
        <translation>Dort Nix installieren, oder den Pfad von nix-daemon für diesen Rechner setzen.</translation>
    </message>
    <message>
        <source>%1 was started and did not tell its version: %2</source>
        <translation>%1 wurde gestartet und nannte seine Version nicht: %2</translation>
    </message>
    <message>
        <source>The release is complete and verified.
</source>
        <translation>Die Veröffentlichung ist vollständig und bestätigt.
</translation>
    </message>
    <message>
        <source>The release is not complete.
</source>
        <translation>Die Veröffentlichung ist nicht vollständig.
</translation>
    </message>
    <message>
        <source>Saving the pictures was canceled.</source>
        <translation>Das Speichern der Bilder wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Nix has no builders of its own configured here.</source>
        <translation>Nix hat hier keine eigenen Builder eingerichtet.</translation>
    </message>
    <message>
        <source>Configure them (builders in nix.conf, or /etc/nix/machines), or choose another place for this target.</source>
        <translation>Builder einrichten (builders in nix.conf, oder /etc/nix/machines), oder einen anderen Ort für dieses Ziel wählen.</translation>
    </message>
    <message>
        <source>Nix does not trust this user, so it would ignore its builders and build here instead.</source>
        <translation>Nix vertraut diesem Benutzer nicht; es würde seine Builder ignorieren und stattdessen hier bauen.</translation>
    </message>
    <message>
        <source>Add the user to trusted-users in nix.conf, or set the machine up in Settings, where no trust is needed.</source>
        <translation>Den Benutzer zu trusted-users in nix.conf hinzufügen, oder den Rechner in den Einstellungen einrichten, wo kein Vertrauen nötig ist.</translation>
    </message>
    <message>
        <source>None of Nix&apos;s builders builds %1; they build %2.</source>
        <translation>Keiner der Builder von Nix baut %1; sie bauen %2.</translation>
    </message>
    <message>
        <source>Choose another place for this target.</source>
        <translation>Einen anderen Ort für dieses Ziel wählen.</translation>
    </message>
    <message>
        <source>Unmoor does not understand what “%1” answered. A newer Nix may have changed it: look for an update of Unmoor.</source>
        <translation>Unmoor versteht nicht, was „%1“ antwortete. Ein neueres Nix hat es vielleicht geändert: nach einer neuen Version von Unmoor sehen.</translation>
    </message>
    <message>
        <source>Read the end of its log.</source>
        <translation>Das Ende seines Protokolls lesen.</translation>
    </message>
    <message>
        <source>The file %1 changed upstream, or its hash in the flake is stale: %2 is written down, %3 arrived.</source>
        <translation>Die Datei %1 hat sich an der Quelle geändert, oder ihr Hash im Flake ist veraltet: %2 ist eingetragen, %3 kam an.</translation>
    </message>
    <message>
        <source>Verify upstream that the new file is genuine. Then replace %1 by %2 in the repository and run again; Nix reuses the download.</source>
        <translation>An der Quelle prüfen, ob die neue Datei echt ist. Dann %1 im Repository durch %2 ersetzen und neu starten; Nix verwendet den Download wieder.</translation>
    </message>
    <message>
        <source>The flake has no output “%1”.</source>
        <translation>Das Flake hat keine Ausgabe „%1“.</translation>
    </message>
    <message>
        <source>Choose one of the outputs that “nix flake show” lists.</source>
        <translation>Eine der Ausgaben wählen, die „nix flake show“ auflistet.</translation>
    </message>
    <message>
        <source>Did you mean “%1”? Change the output of this target.</source>
        <translation>Ist „%1“ gemeint? Die Ausgabe dieses Ziels ändern.</translation>
    </message>
    <message>
        <source>Evaluating this builds %1 first (import from derivation), and looking builds nothing.</source>
        <translation>Die Auswertung baut erst %1 (import from derivation), und beim Nachsehen wird nichts gebaut.</translation>
    </message>
    <message>
        <source>Building the target does it. A version or a gate needs an attribute that evaluates without a build, or a file to read it from.</source>
        <translation>Das Bauen des Ziels tut es. Eine Version oder Bedingung braucht ein Attribut, das sich ohne Build auswerten lässt, oder eine Datei zum Lesen.</translation>
    </message>
    <message>
        <source>Nix does not find the file %1.</source>
        <translation>Nix findet die Datei %1 nicht.</translation>
    </message>
    <message>
        <source>Nix sees only what git tracks. If the file is there, add it: git add %1</source>
        <translation>Nix sieht nur, was git verfolgt. Ist die Datei da, sie hinzufügen: git add %1</translation>
    </message>
    <message>
        <source>No machine can build this: the ones that Nix may use lack the system or a feature.</source>
        <translation>Kein Rechner kann das bauen: Denen, die Nix benutzen darf, fehlt das System oder ein Merkmal.</translation>
    </message>
    <message>
        <source>No machine for %1: this one cannot build for that system.</source>
        <translation>Kein Rechner für %1: Dieser kann für jenes System nicht bauen.</translation>
    </message>
    <message>
        <source>Choose a remote machine that can, or check that it answers.</source>
        <translation>Einen entfernten Rechner wählen, der es kann, oder prüfen, ob er antwortet.</translation>
    </message>
    <message>
        <source>The step %1 took longer than the limit of %2 seconds.</source>
        <translation>Der Schritt %1 dauerte länger als die Grenze von %2 Sekunden.</translation>
    </message>
    <message>
        <source>The step %1 said nothing for %2 seconds, which is the limit.</source>
        <translation>Der Schritt %1 schwieg %2 Sekunden lang; das ist die Grenze.</translation>
    </message>
    <message>
        <source>Raise timeout or max-silent-time in nix.conf, or find out why it hangs.</source>
        <translation>timeout oder max-silent-time in nix.conf erhöhen, oder herausfinden, warum er hängt.</translation>
    </message>
    <message>
        <source>The step %1 failed.</source>
        <translation>Der Schritt %1 ist gescheitert.</translation>
    </message>
    <message>
        <source>The step %1 was ended by signal %2.</source>
        <translation>Der Schritt %1 wurde durch Signal %2 beendet.</translation>
    </message>
    <message>
        <source>The step %1 failed with exit code %2.</source>
        <translation>Der Schritt %1 scheiterte mit Code %2.</translation>
    </message>
    <message>
        <source>The flake does not evaluate: %1</source>
        <translation>Das Flake lässt sich nicht auswerten: %1</translation>
    </message>
    <message>
        <source>Mend the flake and run again.</source>
        <translation>Das Flake berichtigen und neu starten.</translation>
    </message>
    <message>
        <source>Mend %1 and run again.</source>
        <translation>%1 berichtigen und neu starten.</translation>
    </message>
    <message>
        <source>The remote machine shows another host key than before: someone may be listening in.</source>
        <translation>Der entfernte Rechner zeigt einen anderen Hostschlüssel als bisher: Vielleicht hört jemand mit.</translation>
    </message>
    <message>
        <source>Stop, and compare the fingerprint below with the machine&apos;s own before you trust it.</source>
        <translation>Anhalten und den Fingerabdruck unten mit dem des Rechners vergleichen, bevor ihm vertraut wird.</translation>
    </message>
    <message>
        <source>The remote machine&apos;s host key is not known here.</source>
        <translation>Der Hostschlüssel des entfernten Rechners ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Connect once with ssh, compare the fingerprint with the machine&apos;s own, and confirm it.</source>
        <translation>Einmal mit ssh verbinden, den Fingerabdruck mit dem des Rechners vergleichen und bestätigen.</translation>
    </message>
    <message>
        <source>The remote machine refused the SSH key.</source>
        <translation>Der entfernte Rechner lehnte den SSH-Schlüssel ab.</translation>
    </message>
    <message>
        <source>%1 refused the SSH key.</source>
        <translation>%1 lehnte den SSH-Schlüssel ab.</translation>
    </message>
    <message>
        <source>Choose another key, add it to the SSH agent, or have it allowed on the machine.</source>
        <translation>Einen anderen Schlüssel wählen, ihn dem SSH-Agenten geben, oder ihn auf dem Rechner zulassen.</translation>
    </message>
    <message>
        <source>The remote machine cannot be reached.</source>
        <translation>Der entfernte Rechner ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check that the machine runs and that its name and port are right, then run again.</source>
        <translation>Prüfen, ob der Rechner läuft und Name und Port stimmen, dann neu starten.</translation>
    </message>
    <message>
        <source>The remote machine has no Nix on the PATH of its non-interactive shell.</source>
        <translation>Der entfernte Rechner hat kein Nix im PATH seiner nicht interaktiven Shell.</translation>
    </message>
    <message>
        <source>Name it in the store address: ?remote-program=/nix/var/nix/profiles/default/bin/nix-daemon</source>
        <translation>Es in der Adresse des Stores nennen: ?remote-program=/nix/var/nix/profiles/default/bin/nix-daemon</translation>
    </message>
    <message>
        <source>The connection to the Nix daemon or the remote machine was lost.</source>
        <translation>Die Verbindung zum Nix-Daemon oder zum entfernten Rechner ging verloren.</translation>
    </message>
    <message>
        <source>Copying %1 was refused: it has no signature that this machine trusts.</source>
        <translation>Das Kopieren von %1 wurde abgelehnt: Es hat keine Signatur, der dieser Rechner vertraut.</translation>
    </message>
    <message>
        <source>Become a trusted user of this machine&apos;s Nix, or sign paths on the remote machine.</source>
        <translation>Ein vertrauter Benutzer des Nix auf diesem Rechner werden, oder Pfade auf dem entfernten Rechner signieren.</translation>
    </message>
    <message>
        <source>flake.lock is out of date: the flake&apos;s inputs are not all in it.</source>
        <translation>flake.lock ist veraltet: Nicht alle Eingaben des Flakes stehen darin.</translation>
    </message>
    <message>
        <source>Run “nix flake lock”, review the difference and commit it.</source>
        <translation>„nix flake lock“ ausführen, den Unterschied ansehen und committen.</translation>
    </message>
    <message>
        <source>Nix has the feature “%1” switched off.</source>
        <translation>In Nix ist das Merkmal „%1“ ausgeschaltet.</translation>
    </message>
    <message>
        <source>Add it to experimental-features in nix.conf or in the variable NIX_CONFIG.</source>
        <translation>Es zu experimental-features in nix.conf oder in der Variablen NIX_CONFIG hinzufügen.</translation>
    </message>
    <message>
        <source>The Nix daemon does not run.</source>
        <translation>Der Nix-Daemon läuft nicht.</translation>
    </message>
    <message>
        <source>Start it: sudo systemctl start nix-daemon</source>
        <translation>Ihn starten: sudo systemctl start nix-daemon</translation>
    </message>
    <message>
        <source>The project&apos;s git folder belongs to another user.</source>
        <translation>Der git-Ordner des Projekts gehört einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>Change its owner, or allow it: git config --global --add safe.directory FOLDER</source>
        <translation>Den Besitzer ändern, oder es erlauben: git config --global --add safe.directory ORDNER</translation>
    </message>
    <message>
        <source>Nix is not installed here.</source>
        <translation>Nix ist hier nicht installiert.</translation>
    </message>
    <message>
        <source>Install it, or make sure that it is on the PATH.</source>
        <translation>Es installieren, oder sicherstellen, dass es im PATH ist.</translation>
    </message>
    <message>
        <source>The build was canceled.</source>
        <translation>Der Build wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The disk is full, here or on the remote machine.</source>
        <translation>Der Datenträger ist voll, hier oder auf dem entfernten Rechner.</translation>
    </message>
    <message>
        <source>Free space, for example with “nix store gc”, then run again; the steps that have finished are kept.</source>
        <translation>Platz schaffen, etwa mit „nix store gc“, dann neu starten; die fertigen Schritte bleiben erhalten.</translation>
    </message>
    <message>
        <source>The step %1 wrote more log than is allowed.</source>
        <translation>Der Schritt %1 schrieb mehr Protokoll als erlaubt.</translation>
    </message>
    <message>
        <source>Raise max-build-log-size in nix.conf.</source>
        <translation>max-build-log-size in nix.conf erhöhen.</translation>
    </message>
    <message>
        <source>The step %1 was killed, most often because memory ran out.</source>
        <translation>Der Schritt %1 wurde abgewürgt, meist weil der Speicher ausging.</translation>
    </message>
    <message>
        <source>Build with fewer jobs at a time (max-jobs, cores), or on a machine with more memory.</source>
        <translation>Mit weniger Jobs zugleich bauen (max-jobs, cores), oder auf einem Rechner mit mehr Speicher.</translation>
    </message>
    <message>
        <source>The step %1 gives another result each time.</source>
        <translation>Der Schritt %1 ergibt jedes Mal etwas anderes.</translation>
    </message>
    <message>
        <source>Keep both results (--keep-failed) and compare them.</source>
        <translation>Beide Ergebnisse behalten (--keep-failed) und vergleichen.</translation>
    </message>
    <message>
        <source>The post-build hook %1 failed with exit code %2. The step is built, the run stopped.</source>
        <translation>Der post-build-hook %1 scheiterte mit Code %2. Der Schritt ist gebaut, der Lauf hielt an.</translation>
    </message>
    <message>
        <source>Mend the hook, or take post-build-hook out of nix.conf, then run again.</source>
        <translation>Den Hook berichtigen, oder post-build-hook aus nix.conf nehmen, dann neu starten.</translation>
    </message>
    <message>
        <source>The step %1 ended well but wrote no output.</source>
        <translation>Der Schritt %1 endete gut, schrieb aber keine Ausgabe.</translation>
    </message>
    <message>
        <source>Its build script has to create $out.</source>
        <translation>Sein Bauskript muss $out anlegen.</translation>
    </message>
    <message>
        <source>Nix failed without saying why.</source>
        <translation>Nix scheiterte, ohne zu sagen, warum.</translation>
    </message>
    <message>
        <source>Nix failed: %1</source>
        <translation>Nix scheiterte: %1</translation>
    </message>
    <message>
        <source>The flake has no packages, and those are what Unmoor builds.</source>
        <translation>Das Flake hat keine packages, und die baut Unmoor.</translation>
    </message>
    <message>
        <source>The flake has no packages, and those are what Unmoor builds. It has %1.</source>
        <translation>Das Flake hat keine packages, und die baut Unmoor. Es hat %1.</translation>
    </message>
    <message>
        <source>Offer what is released as packages.SYSTEM.NAME, such as: packages.x86_64-linux.release = %1;</source>
        <translation>Was veröffentlicht wird, als packages.SYSTEM.NAME anbieten, etwa: packages.x86_64-linux.release = %1;</translation>
    </message>
    <message>
        <source>Then build again; the steps that have finished there are kept.</source>
        <translation>Dann noch einmal bauen; die dort fertigen Schritte bleiben erhalten.</translation>
    </message>
    <message>
        <source>This machine&apos;s disk is full.</source>
        <translation>Der Datenträger dieses Rechners ist voll.</translation>
    </message>
    <message>
        <source>Free space, for example with “nix store gc”. </source>
        <translation>Platz schaffen, etwa mit „nix store gc“. </translation>
    </message>
    <message>
        <source>Free space there, for example with “nix store gc”. </source>
        <translation>Dort Platz schaffen, etwa mit „nix store gc“. </translation>
    </message>
    <message>
        <source>Look at the machine in Settings: compare its fingerprint there and confirm it.</source>
        <translation>Den Rechner in den Einstellungen ansehen: dort den Fingerabdruck vergleichen und bestätigen.</translation>
    </message>
    <message>
        <source>Look at the machine in Settings: compare both fingerprints with the machine&apos;s own.</source>
        <translation>Den Rechner in den Einstellungen ansehen: beide Fingerabdrücke mit dem des Rechners vergleichen.</translation>
    </message>
    <message>
        <source>Choose another key for it in Settings, unlock it with ssh-add, or have it allowed there.</source>
        <translation>In den Einstellungen einen anderen Schlüssel wählen, ihn mit ssh-add entsperren, oder ihn dort zulassen.</translation>
    </message>
    <message>
        <source>Check that it runs and that its address and port are right. </source>
        <translation>Prüfen, ob er läuft und Adresse und Port stimmen. </translation>
    </message>
    <message>
        <source>Check that it runs. </source>
        <translation>Prüfen, ob er läuft. </translation>
    </message>
    <message>
        <source>Look at the machine in Settings and set the path of its nix-daemon.</source>
        <translation>Den Rechner in den Einstellungen ansehen und den Pfad seines nix-daemon setzen.</translation>
    </message>
    <message>
        <source>%1 cannot build this: it lacks the system or a feature.</source>
        <translation>%1 kann das nicht bauen: Ihm fehlt das System oder ein Merkmal.</translation>
    </message>
    <message>
        <source>Choose another machine. Nix&apos;s own words say what is required.</source>
        <translation>Einen anderen Rechner wählen. Nix sagt selbst, was verlangt wird.</translation>
    </message>
    <message>
        <source>The Nix daemon does not run on %1.</source>
        <translation>Der Nix-Daemon läuft nicht auf %1.</translation>
    </message>
    <message>
        <source>Start it there.</source>
        <translation>Ihn dort starten.</translation>
    </message>
    <message>
        <source>%1 reported success, but its store does not have %2: something removed it.</source>
        <translation>%1 meldete Erfolg, aber sein Store hat %2 nicht: Etwas hat es entfernt.</translation>
    </message>
    <message>
        <source>Make sure that no garbage collection runs there, then build again.</source>
        <translation>Sicherstellen, dass dort keine Garbage Collection läuft, dann noch einmal bauen.</translation>
    </message>
    <message>
        <source>%1 here has other contents than on %2: this machine had built or fetched it before.</source>
        <translation>%1 hat hier anderen Inhalt als auf %2: Dieser Rechner hatte es früher gebaut oder geladen.</translation>
    </message>
    <message>
        <source>Find out which of the two is right before you publish; “nix store verify” tells whether this machine&apos;s is damaged.</source>
        <translation>Vor dem Veröffentlichen herausfinden, was davon stimmt; „nix store verify“ sagt, ob das auf diesem Rechner beschädigt ist.</translation>
    </message>
    <message>
        <source>The ssh configuration %1 for the machine %2 cannot be written: %3. Make its folder writable, or name another folder with --state-dir.</source>
        <translation>Die ssh-Konfiguration %1 für den Rechner %2 kann nicht geschrieben werden: %3. Ihren Ordner beschreibbar machen, oder mit --state-dir einen anderen nennen.</translation>
    </message>
    <message>
        <source>%1 is a git submodule, and Nix leaves submodules out of a flake&apos;s source unless told otherwise.</source>
        <translation>%1 ist ein git-Submodul, und Nix lässt Submodule aus der Quelle eines Flakes weg, wenn nichts anderes gesagt ist.</translation>
    </message>
    <message>
        <source>Write inputs.self.submodules = true; into flake.nix (Nix 2.27 and newer), or submodules = true below [project] in unmoor.toml, which asks Nix for the source with ?submodules=1. Or make %1 an input of the flake.</source>
        <translation>inputs.self.submodules = true; in flake.nix schreiben (ab Nix 2.27), oder submodules = true unter [project] in unmoor.toml, was Nix mit ?submodules=1 nach der Quelle fragt. Oder %1 zu einer Eingabe des Flakes machen.</translation>
    </message>
    <message>
        <source>%1 is a pointer of Git LFS, a text of %2, instead of the file that it stands for.</source>
        <translation>%1 ist ein Zeiger von Git LFS, ein Text von %2, anstelle der Datei, für die er steht.</translation>
    </message>
    <message>
        <source>Fetch the file before the build: git lfs pull. In Nix: inputs.self.lfs = true in flake.nix, or fetchLFS = true for fetchgit and fetchFromGitHub.</source>
        <translation>Die Datei vor dem Bauen holen: git lfs pull. In Nix: inputs.self.lfs = true in flake.nix, oder fetchLFS = true bei fetchgit und fetchFromGitHub.</translation>
    </message>
    <message>
        <source>%1 is a text file that holds &quot;%2&quot;: a symbolic link that was packed as a plain file.</source>
        <translation>%1 ist eine Textdatei mit „%2“: ein symbolischer Link, der als einfache Datei gepackt wurde.</translation>
    </message>
    <message>
        <source>Pack links as links: zip -y (without it, and with git or a copy on Windows, they become texts), or tar. Or pack a copy of the file: cp -L.</source>
        <translation>Links als Links packen: zip -y (ohne es, und mit git oder einer Kopie unter Windows, werden sie Texte), oder tar. Oder eine Kopie der Datei packen: cp -L.</translation>
    </message>
    <message>
        <source>an object file, which was not linked</source>
        <translation>eine Objektdatei, die nicht gelinkt wurde</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>eine leere Datei</translation>
    </message>
    <message>
        <source>nothing but zero bytes</source>
        <translation>nichts als Nullbytes</translation>
    </message>
    <message>
        <source>a script</source>
        <translation>ein Skript</translation>
    </message>
    <message>
        <source>a script for the linker</source>
        <translation>ein Skript für den Linker</translation>
    </message>
    <message>
        <source>a web page or the answer of a server (%1)</source>
        <translation>eine Webseite oder die Antwort eines Servers (%1)</translation>
    </message>
    <message>
        <source>a text (%1)</source>
        <translation>ein Text (%1)</translation>
    </message>
    <message>
        <source>a static library (an archive of ar)</source>
        <translation>eine statische Bibliothek (ein Archiv von ar)</translation>
    </message>
    <message>
        <source>packed data (zip, tar, gzip, xz or the like)</source>
        <translation>gepackte Daten (zip, tar, gzip, xz oder dergleichen)</translation>
    </message>
    <message>
        <source>data of another kind</source>
        <translation>Daten anderer Art</translation>
    </message>
    <message>
        <source>Most often a step that makes it failed without ending the build, or the disk was full: look at what writes it, and end scripts at the first error (set -e).</source>
        <translation>Meist scheiterte ein Schritt, der es erzeugt, ohne den Build zu beenden, oder der Datenträger war voll: ansehen, was es schreibt, und Skripte beim ersten Fehler beenden (set -e).</translation>
    </message>
    <message>
        <source>Most often the answer of a server was saved in place of the file: download with curl --fail, or with fetchurl, which knows the hash.</source>
        <translation>Meist wurde die Antwort eines Servers anstelle der Datei gespeichert: mit curl --fail laden, oder mit fetchurl, das den Hash kennt.</translation>
    </message>
    <message>
        <source>Unpack it before it is packed into the release: it is still what was downloaded.</source>
        <translation>Es entpacken, bevor es in die Veröffentlichung gepackt wird: Noch ist es, was heruntergeladen wurde.</translation>
    </message>
    <message>
        <source>Pack the shared library: static ones are for those who link to them, and end in .a or .lib.</source>
        <translation>Die dynamische Bibliothek packen: Statische sind für die, die gegen sie linken, und enden auf .a oder .lib.</translation>
    </message>
    <message>
        <source>Take the file that was built. If it is a script, its first line has to say who runs it: #!/bin/sh. If it is data, take its executable bit away: chmod -x.</source>
        <translation>Die gebaute Datei nehmen. Ist es ein Skript, muss seine erste Zeile sagen, wer es ausführt: #!/bin/sh. Sind es Daten, ihnen das Ausführungsrecht nehmen: chmod -x.</translation>
    </message>
    <message>
        <source>Look at where it is copied from (file(1) says what it is), and take the file that was built.</source>
        <translation>Ansehen, woher es kopiert wird (file(1) sagt, was es ist), und die gebaute Datei nehmen.</translation>
    </message>
    <message>
        <source>its mode says so</source>
        <translation>ihr Modus sagt es</translation>
    </message>
    <message>
        <source>the layout says so</source>
        <translation>das Layout sagt es</translation>
    </message>
    <message>
        <source>its name says so</source>
        <translation>ihr Name sagt es</translation>
    </message>
    <message>
        <source>%1 should be a library (%2), but is %3: nothing can load it.</source>
        <translation>%1 sollte eine Bibliothek sein (%2), ist aber %3: Nichts kann sie laden.</translation>
    </message>
    <message>
        <source>%1 should be a program (%2), but is %3: it does not start.</source>
        <translation>%1 sollte ein Programm sein (%2), ist aber %3: Es startet nicht.</translation>
    </message>
    <message>
        <source>Take what the linker makes of it: cc FILE.o -o PROGRAM, or cc -shared.</source>
        <translation>Nehmen, was der Linker daraus macht: cc FILE.o -o PROGRAM, oder cc -shared.</translation>
    </message>
    <message>
        <source>%1 needs %2, which is neither in the archive nor in the base system: %3.</source>
        <translation>%1 braucht %2, das weder im Archiv noch im Grundsystem ist: %3.</translation>
    </message>
    <message>
        <source> %1 is made for %2, and is passed over.</source>
        <translation> %1 ist für %2 und wird übergangen.</translation>
    </message>
    <message>
        <source>Copy %1 into the archive (cp -L from the package that has it), beside the other libraries, and point there in postFixup: patchelf --set-rpath &apos;$ORIGIN/lib&apos;. autoPatchelfHook finds missing libraries while the package is built.</source>
        <translation>%1 ins Archiv kopieren (cp -L aus dem Paket, das es hat), neben die anderen Bibliotheken, und in postFixup dorthin zeigen: patchelf --set-rpath &apos;$ORIGIN/lib&apos;. autoPatchelfHook findet fehlende Bibliotheken schon beim Bauen des Pakets.</translation>
    </message>
    <message>
        <source>%1 is in the archive, but the loader does not look there: %2. It looks in: %3.</source>
        <translation>%1 ist im Archiv, aber der Lader sieht dort nicht nach: %2. Er sucht in: %3.</translation>
    </message>
    <message>
        <source> It is asked for by the name %1.</source>
        <translation> Verlangt wird es unter dem Namen %1.</translation>
    </message>
    <message>
        <source>In postFixup: patchelf --set-rpath &apos;%1&apos; %2</source>
        <translation>In postFixup: patchelf --set-rpath &apos;%1&apos; %2</translation>
    </message>
    <message>
        <source>In postFixup: patchelf --replace-needed %1 %2 %4, and patchelf --set-rpath &apos;%3&apos; %4</source>
        <translation>In postFixup: patchelf --replace-needed %1 %2 %4, und patchelf --set-rpath &apos;%3&apos; %4</translation>
    </message>
    <message>
        <source>, and a link of that name beside it: ln -s %1 %2</source>
        <translation>, und daneben ein Link dieses Namens: ln -s %1 %2</translation>
    </message>
    <message>
        <source>%1 loads the C library of the archive (%2), but is started by the system&apos;s own loader %3. The two must come from one build.</source>
        <translation>%1 lädt die C-Bibliothek des Archivs (%2), wird aber vom Lader des Systems %3 gestartet. Beide müssen aus einem Build sein.</translation>
    </message>
    <message>
        <source>Leave libc.so.6 and the other parts of glibc out of the archive, or pack the loader beside them and start the program with it: %1</source>
        <translation>libc.so.6 und die anderen Teile von glibc aus dem Archiv lassen, oder den Lader danebenlegen und das Programm damit starten: %1</translation>
    </message>
    <message>
        <source>%1 is started by %2, the loader of musl: it starts on systems that are built on musl (Alpine, Void), and on no other.</source>
        <translation>%1 wird von %2 gestartet, dem Lader von musl: Es startet auf Systemen mit musl (Alpine, Void) und auf keinem anderen.</translation>
    </message>
    <message>
        <source> One more program is like it.</source>
        <translation> Ein weiteres Programm ist ebenso.</translation>
    </message>
    <message>
        <source> %1 more programs are like it.</source>
        <translation> %1 weitere Programme sind ebenso.</translation>
    </message>
    <message>
        <source>Link it statically, so that it runs on every Linux: pkgsStatic in Nix, -C target-feature=+crt-static for Rust, -static for C. Where only Alpine is meant, say so in the notes, and accept this.</source>
        <translation>Es statisch linken, damit es auf jedem Linux läuft: pkgsStatic in Nix, -C target-feature=+crt-static für Rust, -static für C. Ist nur Alpine gemeint, das in den Hinweisen sagen und dies akzeptieren.</translation>
    </message>
    <message>
        <source>In postFixup: patchelf --set-interpreter %1 %2</source>
        <translation>In postFixup: patchelf --set-interpreter %1 %2</translation>
    </message>
    <message>
        <source>the loader of the target</source>
        <translation>der Lader des Ziels</translation>
    </message>
    <message>
        <source>In postFixup: patchelf --set-rpath &apos;$ORIGIN/lib&apos; %1 (or --remove-rpath where it needs none of the archive&apos;s libraries). Nix&apos;s fixup adds store paths after linking, so this comes last.</source>
        <translation>In postFixup: patchelf --set-rpath &apos;$ORIGIN/lib&apos; %1 (oder --remove-rpath, wo es keine Bibliothek des Archivs braucht). fixup von Nix setzt Store-Pfade nach dem Linken; dies kommt also zuletzt.</translation>
    </message>
    <message>
        <source>In postFixup, for the copied libraries too: patchelf --set-rpath &apos;$ORIGIN&apos; %1 (or --remove-rpath where it needs none of the archive&apos;s libraries).</source>
        <translation>In postFixup, auch für die kopierten Bibliotheken: patchelf --set-rpath &apos;$ORIGIN&apos; %1 (oder --remove-rpath, wo es keine Bibliothek des Archivs braucht).</translation>
    </message>
    <message>
        <source>an empty element, which is the user&apos;s current folder</source>
        <translation>ein leeres Element, das der aktuelle Ordner des Benutzers ist</translation>
    </message>
    <message>
        <source>%1, which is relative to the user&apos;s current folder</source>
        <translation>%1, relativ zum aktuellen Ordner des Benutzers</translation>
    </message>
    <message>
        <source>%1, a folder of the building machine</source>
        <translation>%1, ein Ordner des bauenden Rechners</translation>
    </message>
    <message>
        <source>The %1 of %2 names %3.</source>
        <translation>%1 von %2 nennt %3.</translation>
    </message>
    <message>
        <source>its stack is executable</source>
        <translation>sein Stapel ist ausführbar</translation>
    </message>
    <message>
        <source>it always lies at the same address (no PIE)</source>
        <translation>es liegt immer an derselben Adresse (kein PIE)</translation>
    </message>
    <message>
        <source>its tables stay writable (no RELRO)</source>
        <translation>seine Tabellen bleiben beschreibbar (kein RELRO)</translation>
    </message>
    <message>
        <source>its code is changed while it is loaded (text relocations)</source>
        <translation>sein Code wird beim Laden geändert (Textrelokationen)</translation>
    </message>
    <message>
        <source>Let the compiler&apos;s own hardening flags through: no hardeningDisable in the derivation; for Go, -buildmode=pie; for Rust, no relocation-model=static; for C, -fPIE -pie -Wl,-z,relro -Wl,-z,noexecstack.</source>
        <translation>Die Härtungsoptionen des Compilers durchlassen: kein hardeningDisable in der Derivation; für Go -buildmode=pie; für Rust kein relocation-model=static; für C -fPIE -pie -Wl,-z,relro -Wl,-z,noexecstack.</translation>
    </message>
    <message>
        <source>Let Nix strip it: no dontStrip, and for libraries outside of lib and bin add the folder to stripAllList. By hand: strip --strip-unneeded %1.</source>
        <translation>Nix die Symbole entfernen lassen: kein dontStrip, und für Bibliotheken außerhalb von lib und bin den Ordner zu stripAllList hinzufügen. Von Hand: strip --strip-unneeded %1.</translation>
    </message>
    <message>
        <source>%1 starts %2, but its mode lacks the executable bit.</source>
        <translation>%1 startet %2, dessen Modus das Ausführungsrecht fehlt.</translation>
    </message>
    <message>
        <source>Install it with install -m755, or chmod +x it after it was copied.</source>
        <translation>Es mit install -m755 installieren, oder nach dem Kopieren chmod +x.</translation>
    </message>
    <message>
        <source>the archive&apos;s top folder</source>
        <translation>der oberste Ordner des Archivs</translation>
    </message>
    <message>
        <source>The loader of %1 is the relative path %2: it starts only when the current folder is %3, and runs whatever file of that name lies there.</source>
        <translation>Der Lader von %1 ist der relative Pfad %2: Es startet nur, wenn der aktuelle Ordner %3 ist, und führt aus, was dort unter diesem Namen liegt.</translation>
    </message>
    <message>
        <source>The loader of %1 is the relative path %2, which is not in the archive: it starts only in a folder that has such a file, and runs whatever that is.</source>
        <translation>Der Lader von %1 ist der relative Pfad %2, der nicht im Archiv ist: Es startet nur in einem Ordner mit so einer Datei, und führt sie aus, was immer sie ist.</translation>
    </message>
    <message>
        <source> Only %1, which changes to that folder, can start it.</source>
        <translation> Nur %1, das in diesen Ordner wechselt, kann es starten.</translation>
    </message>
    <message>
        <source>%1; or keep the loader of the archive, and start it from a launcher: %2</source>
        <translation>%1; oder den Lader des Archivs behalten und es aus einem Startskript starten: %2</translation>
    </message>
    <message>
        <source>The loader of %1 is %2, which is only on machines that have that store path.</source>
        <translation>Der Lader von %1 ist %2, den es nur auf Rechnern mit diesem Store-Pfad gibt.</translation>
    </message>
    <message>
        <source>The loader of %1 is %2, but %3 has its loader in %4.</source>
        <translation>Der Lader von %1 ist %2, aber %3 hat seinen Lader in %4.</translation>
    </message>
    <message>
        <source>the target</source>
        <translation>das Ziel</translation>
    </message>
    <message>
        <source>The LD_LIBRARY_PATH of %1 names %2.</source>
        <translation>LD_LIBRARY_PATH von %1 nennt %2.</translation>
    </message>
    <message>
        <source>Name the launcher&apos;s own folder: DIR=$(dirname &quot;$(readlink -f &quot;$0&quot;)&quot;).</source>
        <translation>Den eigenen Ordner des Startskripts nennen: DIR=$(dirname &quot;$(readlink -f &quot;$0&quot;)&quot;).</translation>
    </message>
    <message>
        <source>%1 exports LD_LIBRARY_PATH with a C library in it (%2): programs that are started from there get this libc, too, and fail where the system&apos;s is newer.</source>
        <translation>%1 exportiert LD_LIBRARY_PATH mit einer C-Bibliothek darin (%2): Von dort gestartete Programme bekommen diese libc und scheitern, wo die des Systems neuer ist.</translation>
    </message>
    <message>
        <source>Hand the path to the loader instead: %1</source>
        <translation>Den Pfad stattdessen dem Lader geben: %1</translation>
    </message>
    <message>
        <source>started by %1</source>
        <translation>gestartet von %1</translation>
    </message>
    <message>
        <source>the current folder</source>
        <translation>der aktuelle Ordner</translation>
    </message>
    <message>
        <source>base system</source>
        <translation>Grundsystem</translation>
    </message>
    <message>
        <source>the loader of the program</source>
        <translation>der Lader des Programms</translation>
    </message>
    <message>
        <source>the program that loads it</source>
        <translation>das Programm, das es lädt</translation>
    </message>
    <message>
        <source>%1 asks for GLIBC_PRIVATE, which only the C library of the same build has, but it is loaded with the system&apos;s.</source>
        <translation>%1 verlangt GLIBC_PRIVATE, das nur die C-Bibliothek desselben Builds hat, wird aber mit der des Systems geladen.</translation>
    </message>
    <message>
        <source>Leave the parts of glibc out of the archive (libpthread, libresolv, libnss and the like), or pack all of them with their loader and start programs with it.</source>
        <translation>Die Teile von glibc aus dem Archiv lassen (libpthread, libresolv, libnss und dergleichen), oder alle mit ihrem Lader packen und Programme damit starten.</translation>
    </message>
    <message>
        <source>%1 needs %2 of %3, but %4 of the archive has at most %5.</source>
        <translation>%1 braucht %2 von %3, aber %4 des Archivs hat höchstens %5.</translation>
    </message>
    <message>
        <source>none of that family</source>
        <translation>keine dieser Familie</translation>
    </message>
    <message>
        <source>Copy %1 from the same nixpkgs that built the program.</source>
        <translation>%1 aus demselben nixpkgs kopieren, mit dem das Programm gebaut wurde.</translation>
    </message>
    <message>
        <source>%1 needs %2 of %3, but the oldest system that it is made for (glibc %4) has at most %5.</source>
        <translation>%1 braucht %2 von %3, aber das älteste unterstützte System (glibc %4) hat höchstens %5.</translation>
    </message>
    <message>
        <source> No distribution is known to have it.</source>
        <translation> Keine Distribution ist bekannt, die es hat.</translation>
    </message>
    <message>
        <source> The first to have it: %1.</source>
        <translation> Die ersten, die es haben: %1.</translation>
    </message>
    <message>
        <source>Build against an older glibc (an older nixpkgs, cargo-zigbuild with a version, or a static musl target), pack the C library with its loader, or raise glibc-floor in unmoor.toml.</source>
        <translation>Gegen eine ältere glibc bauen (ein älteres nixpkgs, cargo-zigbuild mit Version, oder ein statisches musl-Ziel), die C-Bibliothek mit ihrem Lader packen, oder glibc-floor in unmoor.toml erhöhen.</translation>
    </message>
    <message>
        <source>Pack the compiler&apos;s libstdc++.so.6 and libgcc_s.so.1 (stdenv.cc.cc.lib), link them statically (-static-libstdc++ -static-libgcc), or raise glibc-floor in unmoor.toml.</source>
        <translation>libstdc++.so.6 und libgcc_s.so.1 des Compilers packen (stdenv.cc.cc.lib), sie statisch linken (-static-libstdc++ -static-libgcc), oder glibc-floor in unmoor.toml erhöhen.</translation>
    </message>
    <message>
        <source>%1 is made for %2 alone, but %3, which loads it, is made for %4, too: %5.</source>
        <translation>%1 ist nur für %2, aber %3, das es lädt, ist auch für %4: %5.</translation>
    </message>
    <message>
        <source>Build it for both processors, and join the two: lipo -create ARM64 X86_64 -output %1. Sign it after that.</source>
        <translation>Es für beide Prozessoren bauen und verbinden: lipo -create ARM64 X86_64 -output %1. Danach signieren.</translation>
    </message>
    <message>
        <source>macOS has this library: install_name_tool -change %1 /usr/lib/%2 %3, then codesign -f -s - %3.</source>
        <translation>macOS hat diese Bibliothek: install_name_tool -change %1 /usr/lib/%2 %3, dann codesign -f -s - %3.</translation>
    </message>
    <message>
        <source>Copy the library into the archive. </source>
        <translation>Die Bibliothek ins Archiv kopieren. </translation>
    </message>
    <message>
        <source>install_name_tool -change %1 @loader_path/%2 %3, then codesign -f -s - %3.</source>
        <translation>install_name_tool -change %1 @loader_path/%2 %3, dann codesign -f -s - %3.</translation>
    </message>
    <message>
        <source>%1 loads %2, a path that only the building machine has: %3.</source>
        <translation>%1 lädt %2, einen Pfad, den nur der bauende Rechner hat: %3.</translation>
    </message>
    <message>
        <source>%1 loads %2, which depends on the user&apos;s current folder: %3.</source>
        <translation>%1 lädt %2, was vom aktuellen Ordner des Benutzers abhängt: %3.</translation>
    </message>
    <message>
        <source> Only the launcher saves it: %1 matches %2 by its name. Started without the launcher, or with the hardened runtime, it fails.</source>
        <translation> Nur das Startskript rettet es: %1 passt dem Namen nach auf %2. Ohne das Startskript, oder mit der gehärteten Laufzeit, scheitert es.</translation>
    </message>
    <message>
        <source> The archive has %1, which matches by name.</source>
        <translation> Das Archiv hat %1, das dem Namen nach passt.</translation>
    </message>
    <message>
        <source> The archive has no file of that name.</source>
        <translation> Das Archiv hat keine Datei dieses Namens.</translation>
    </message>
    <message>
        <source> The DYLD_LIBRARY_PATH of %1 does not help: the hardened runtime ignores it.</source>
        <translation> DYLD_LIBRARY_PATH von %1 hilft nicht: Die gehärtete Laufzeit ignoriert es.</translation>
    </message>
    <message>
        <source> In a derivation that belongs in postFixup: fixDarwinDylibNames renames only libraries in $out/lib.</source>
        <translation> In einer Derivation gehört das in postFixup: fixDarwinDylibNames benennt nur Bibliotheken in $out/lib um.</translation>
    </message>
    <message>
        <source>nowhere, since there is no LC_RPATH</source>
        <translation>nirgends, da es kein LC_RPATH gibt</translation>
    </message>
    <message>
        <source>%1 needs %2, which is in none of the places where dyld looks: %3. It looks in: %4.</source>
        <translation>%1 braucht %2, das an keinem der Orte ist, wo dyld nachsieht: %3. Es sucht in: %4.</translation>
    </message>
    <message>
        <source>Copy %1 into the archive, and name its folder: install_name_tool -add_rpath @loader_path/lib %2, then codesign -f -s - %2.</source>
        <translation>%1 ins Archiv kopieren und den Ordner nennen: install_name_tool -add_rpath @loader_path/lib %2, dann codesign -f -s - %2.</translation>
    </message>
    <message>
        <source> The archive has it in %1.</source>
        <translation> Das Archiv hat es in %1.</translation>
    </message>
    <message>
        <source>install_name_tool -add_rpath @loader_path/%1 %2, then codesign -f -s - %2.</source>
        <translation>install_name_tool -add_rpath @loader_path/%1 %2, dann codesign -f -s - %2.</translation>
    </message>
    <message>
        <source>%1 needs %2, which is not in the archive: %3.</source>
        <translation>%1 braucht %2, das nicht im Archiv ist: %3.</translation>
    </message>
    <message>
        <source>Copy %1 to that place when packing.</source>
        <translation>%1 beim Packen an diesen Ort kopieren.</translation>
    </message>
    <message>
        <source>%1 is in the archive, but dyld looks for it in %2: %3.</source>
        <translation>%1 ist im Archiv, aber dyld sucht es in %2: %3.</translation>
    </message>
    <message>
        <source>Sign it as the last step, after install_name_tool and strip: codesign -f -s - %1 (in Nix: darwin.autoSignDarwinBinariesHook).</source>
        <translation>Es als letzten Schritt signieren, nach install_name_tool und strip: codesign -f -s - %1 (in Nix: darwin.autoSignDarwinBinariesHook).</translation>
    </message>
    <message>
        <source>Link it with the compiler&apos;s defaults: without -no_pie and -allow_stack_execute.</source>
        <translation>Es mit den Vorgaben des Compilers linken: ohne -no_pie und -allow_stack_execute.</translation>
    </message>
    <message>
        <source>Let Nix strip it (no dontStrip), or by hand: strip -x %1, and sign it again.</source>
        <translation>Nix die Symbole entfernen lassen (kein dontStrip), oder von Hand: strip -x %1, und neu signieren.</translation>
    </message>
    <message>
        <source>The signature of %1 (%2) does not match its bytes: it was changed after signing, for example by install_name_tool or strip. macOS kills it.</source>
        <translation>Die Signatur von %1 (%2) passt nicht zu seinen Bytes: Es wurde nach dem Signieren geändert, etwa durch install_name_tool oder strip. macOS beendet es.</translation>
    </message>
    <message>
        <source>%1 (%2) has no signature: Apple silicon kills it at its start.</source>
        <translation>%1 (%2) hat keine Signatur: Apple Silicon beendet es beim Start.</translation>
    </message>
    <message>
        <source>%1 (%2) has no signature: Gatekeeper refuses it after a download.</source>
        <translation>%1 (%2) hat keine Signatur: Gatekeeper lehnt es nach einem Download ab.</translation>
    </message>
    <message>
        <source>%1 needs macOS %2, but %3 is made for macOS %4 and newer.</source>
        <translation>%1 braucht macOS %2, aber %3 ist für macOS %4 und neuer.</translation>
    </message>
    <message>
        <source>Set MACOSX_DEPLOYMENT_TARGET=%1 (in Nix: darwinMinVersionHook &quot;%1&quot;), or raise macos-floor in unmoor.toml.</source>
        <translation>MACOSX_DEPLOYMENT_TARGET=%1 setzen (in Nix: darwinMinVersionHook &quot;%1&quot;), oder macos-floor in unmoor.toml erhöhen.</translation>
    </message>
    <message>
        <source>%1 needs macOS %2, but %3, which loads it, runs on macOS %4.</source>
        <translation>%1 braucht macOS %2, aber %3, das es lädt, läuft auf macOS %4.</translation>
    </message>
    <message>
        <source>Build both with the same MACOSX_DEPLOYMENT_TARGET (in Nix: darwinMinVersionHook &quot;%1&quot;).</source>
        <translation>Beide mit demselben MACOSX_DEPLOYMENT_TARGET bauen (in Nix: darwinMinVersionHook &quot;%1&quot;).</translation>
    </message>
    <message>
        <source>%1 calls itself %2, a path that only the building machine has. That harms whatever is linked to it, not the file itself.</source>
        <translation>%1 nennt sich selbst %2, ein Pfad, den nur der bauende Rechner hat. Das schadet dem, was damit gelinkt wird, nicht der Datei selbst.</translation>
    </message>
    <message>
        <source>install_name_tool -id @rpath/%1 %2, then codesign -f -s - %2. The hook fixDarwinDylibNames does it for libraries in $out/lib.</source>
        <translation>install_name_tool -id @rpath/%1 %2, dann codesign -f -s - %2. Der Hook fixDarwinDylibNames tut es für Bibliotheken in $out/lib.</translation>
    </message>
    <message>
        <source>%1 is signed ad hoc: it runs, but after a download Gatekeeper asks, or refuses.</source>
        <translation>%1 ist ad hoc signiert: Es läuft, aber nach einem Download fragt Gatekeeper, oder lehnt ab.</translation>
    </message>
    <message>
        <source>%1 and %2 more files are signed ad hoc: they run, but after a download Gatekeeper asks, or refuses.</source>
        <translation>%1 und %2 weitere Dateien sind ad hoc signiert: Sie laufen, aber nach einem Download fragt Gatekeeper, oder lehnt ab.</translation>
    </message>
    <message>
        <source>A Developer ID certificate and notarization avoid that (codesign -s &quot;Developer ID Application: …&quot; --options runtime, xcrun notarytool submit).</source>
        <translation>Ein Developer-ID-Zertifikat und Notarisierung vermeiden das (codesign -s &quot;Developer ID Application: …&quot; --options runtime, xcrun notarytool submit).</translation>
    </message>
    <message>
        <source>it always lies at the same address (no ASLR)</source>
        <translation>es liegt immer an derselben Adresse (kein ASLR)</translation>
    </message>
    <message>
        <source>its data can be executed (no NX)</source>
        <translation>seine Daten können ausgeführt werden (kein NX)</translation>
    </message>
    <message>
        <source>Link it with -Wl,--dynamicbase,--nxcompat (binutils), or /DYNAMICBASE /NXCOMPAT.</source>
        <translation>Es mit -Wl,--dynamicbase,--nxcompat (binutils) linken, oder mit /DYNAMICBASE /NXCOMPAT.</translation>
    </message>
    <message>
        <source>Let Nix strip it (no dontStrip; stripAllList for other folders than bin and lib), or by hand: x86_64-w64-mingw32-strip %1.</source>
        <translation>Nix die Symbole entfernen lassen (kein dontStrip; stripAllList für andere Ordner als bin und lib), oder von Hand: x86_64-w64-mingw32-strip %1.</translation>
    </message>
    <message>
        <source>Copy %1 to %2, beside the program.</source>
        <translation>%1 nach %2 kopieren, neben das Programm.</translation>
    </message>
    <message>
        <source>%1 is in the archive, but Windows looks for it in the folder of the program: %2.</source>
        <translation>%1 ist im Archiv, aber Windows sucht es im Ordner des Programms: %2.</translation>
    </message>
    <message>
        <source>%1 needs %2, which is neither beside it nor part of Windows: %3.</source>
        <translation>%1 braucht %2, das weder daneben liegt noch zu Windows gehört: %3.</translation>
    </message>
    <message>
        <source> DLLs of the compiler come from pkgsCross.mingwW64 (stdenv.cc.cc, windows.pthreads, windows.mcfgthreads), or are linked with -static.</source>
        <translation> DLLs des Compilers kommen aus pkgsCross.mingwW64 (stdenv.cc.cc, windows.pthreads, windows.mcfgthreads), oder werden mit -static gelinkt.</translation>
    </message>
    <message>
        <source>%1 loads %2 when it first uses it; the DLL is neither beside it nor part of Windows.</source>
        <translation>%1 lädt %2 bei der ersten Benutzung; die DLL liegt weder daneben noch gehört sie zu Windows.</translation>
    </message>
    <message>
        <source> The archive has %1.</source>
        <translation> Das Archiv hat %1.</translation>
    </message>
    <message>
        <source>%1 needs the Visual C++ runtime: %2.</source>
        <translation>%1 braucht die Visual-C++-Laufzeit: %2.</translation>
    </message>
    <message>
        <source> One more file needs it.</source>
        <translation> Eine weitere Datei braucht sie.</translation>
    </message>
    <message>
        <source> %1 more files need it.</source>
        <translation> %1 weitere Dateien brauchen sie.</translation>
    </message>
    <message>
        <source>Copy those DLLs beside the program (Microsoft lets them be handed on: vcredist), link the runtime statically (/MT; for Rust -C target-feature=+crt-static), or tell users to install the Visual C++ redistributable.</source>
        <translation>Diese DLLs neben das Programm kopieren (Microsoft erlaubt die Weitergabe: vcredist), die Laufzeit statisch linken (/MT; für Rust -C target-feature=+crt-static), oder Benutzern sagen, dass sie das Visual-C++-Redistributable installieren müssen.</translation>
    </message>
    <message>
        <source>%1 lies in another folder than the programs: Windows finds it only where a program opens it by its full path.</source>
        <translation>%1 liegt in einem anderen Ordner als die Programme: Windows findet es nur, wo ein Programm es mit ganzem Pfad öffnet.</translation>
    </message>
    <message>
        <source>the program&apos;s folder</source>
        <translation>der Ordner des Programms</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>Visual C++ redistributable</source>
        <translation>Visual-C++-Redistributable</translation>
    </message>
    <message>
        <source>ELF, the format of Linux</source>
        <translation>ELF, das Format von Linux</translation>
    </message>
    <message>
        <source>PE, the format of Windows</source>
        <translation>PE, das Format von Windows</translation>
    </message>
    <message>
        <source>Mach-O, the format of macOS</source>
        <translation>Mach-O, das Format von macOS</translation>
    </message>
    <message>
        <source>%1 is %2, but %3 needs %4.</source>
        <translation>%1 ist %2, aber %3 braucht %4.</translation>
    </message>
    <message>
        <source>%1 is made for %2, but %3 needs macOS.</source>
        <translation>%1 ist für %2, aber %3 braucht macOS.</translation>
    </message>
    <message>
        <source>Build packages.&lt;system&gt;.&lt;output&gt; of the right system, and do not pass --system: Nix builds for the system of the attribute. Cross builds take pkgsCross or a Rust target.</source>
        <translation>packages.&lt;system&gt;.&lt;output&gt; des richtigen Systems bauen, und kein --system angeben: Nix baut für das System des Attributs. Cross-Builds nehmen pkgsCross oder ein Rust-Ziel.</translation>
    </message>
    <message>
        <source>%1 is made for %2 alone, but %3 needs %4, too.</source>
        <translation>%1 ist nur für %2, aber %3 braucht auch %4.</translation>
    </message>
    <message>
        <source>%1 is made for %2, but %3 needs %4.</source>
        <translation>%1 ist für %2, aber %3 braucht %4.</translation>
    </message>
    <message>
        <source>Take the output of the right system (packages.&lt;system&gt;), or look for a file that was downloaded or copied for another one: file(1) names the processor.</source>
        <translation>Die Ausgabe des richtigen Systems nehmen (packages.&lt;system&gt;), oder nach einer Datei sehen, die für ein anderes geladen oder kopiert wurde: file(1) nennt den Prozessor.</translation>
    </message>
    <message>
        <source>%1 is incomplete: %2</source>
        <translation>%1 ist unvollständig: %2</translation>
    </message>
    <message>
        <source>Build it again, and look at what touches it after linking: strip, patchelf, upx or a copy that ran out of space. dontStrip and dontPatchELF switch two of them off.</source>
        <translation>Es noch einmal bauen, und ansehen, was es nach dem Linken anfasst: strip, patchelf, upx oder eine Kopie, der der Platz ausging. dontStrip und dontPatchELF schalten zwei davon aus.</translation>
    </message>
    <message>
        <source>%1 carries %2 KiB of symbols and debug information.</source>
        <translation>%1 trägt %2 KiB Symbole und Debug-Informationen.</translation>
    </message>
    <message>
        <source>%1 has weak hardening: %2.</source>
        <translation>%1 ist schwach gehärtet: %2.</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>No program or library of the archive asks for %1 by name. It may still be opened while a program runs (dlopen).</source>
        <translation>Kein Programm und keine Bibliothek des Archivs verlangt %1 beim Namen. Es kann dennoch zur Laufzeit geöffnet werden (dlopen).</translation>
    </message>
    <message>
        <source>Leave it out when packing, unless a program opens it by itself.</source>
        <translation>Es beim Packen auslassen, wenn kein Programm es selbst öffnet.</translation>
    </message>
    <message>
        <source> One more file asks for it.</source>
        <translation> Eine weitere Datei verlangt es.</translation>
    </message>
    <message>
        <source> %1 more files ask for it.</source>
        <translation> %1 weitere Dateien verlangen es.</translation>
    </message>
    <message>
        <source>%1 is a wrapper, which starts %2: users have no such file.</source>
        <translation>%1 ist eine Hülle, die %2 startet: Benutzer haben keine solche Datei.</translation>
    </message>
    <message>
        <source> The program itself is %1.</source>
        <translation> Das Programm selbst ist %1.</translation>
    </message>
    <message>
        <source>Pack the program in place of its wrapper (.%1-wrapped of the package), and let it find what the wrapper sets beside itself; or write a launcher that starts it by a path relative to its own.</source>
        <translation>Das Programm anstelle seiner Hülle packen (.%1-wrapped des Pakets) und es neben sich finden lassen, was die Hülle setzt; oder ein Startskript schreiben, das es mit einem Pfad relativ zum eigenen startet.</translation>
    </message>
    <message>
        <source>%1 starts %2, which users do not have.</source>
        <translation>%1 startet %2, das Benutzer nicht haben.</translation>
    </message>
    <message>
        <source>Name the program without a folder (Exec=%1), so that it is found where users install it.</source>
        <translation>Das Programm ohne Ordner nennen (Exec=%1), damit es gefunden wird, wo Benutzer es installieren.</translation>
    </message>
    <message>
        <source>%1 runs %2, which users do not have.</source>
        <translation>%1 führt %2 aus, das Benutzer nicht haben.</translation>
    </message>
    <message>
        <source>%1 looks for programs or libraries in %2, which users do not have.</source>
        <translation>%1 sucht Programme oder Bibliotheken in %2, das Benutzer nicht haben.</translation>
    </message>
    <message>
        <source>%1 reads the script %2, which users do not have.</source>
        <translation>%1 liest das Skript %2, das Benutzer nicht haben.</translation>
    </message>
    <message>
        <source>%1 imports from %2, which users do not have.</source>
        <translation>%1 importiert aus %2, das Benutzer nicht haben.</translation>
    </message>
    <message>
        <source>Write the launcher for the release, without makeWrapper and wrapProgram: DIR=$(dirname &quot;$(readlink -f &quot;$0&quot;)&quot;), and everything by a path below $DIR. What it imports has to be in the archive.</source>
        <translation>Das Startskript für die Veröffentlichung schreiben, ohne makeWrapper und wrapProgram: DIR=$(dirname &quot;$(readlink -f &quot;$0&quot;)&quot;), und alles mit einem Pfad unter $DIR. Was es importiert, muss im Archiv sein.</translation>
    </message>
    <message>
        <source>a rebase</source>
        <translation>einem Rebase</translation>
    </message>
    <message>
        <source>a merge</source>
        <translation>einem Merge</translation>
    </message>
    <message>
        <source>a cherry-pick</source>
        <translation>einem Cherry-Pick</translation>
    </message>
    <message>
        <source>a revert</source>
        <translation>einem Revert</translation>
    </message>
    <message>
        <source>a bisection</source>
        <translation>einer Bisektion</translation>
    </message>
    <message>
        <source>another git command</source>
        <translation>einem anderen git-Befehl</translation>
    </message>
    <message>
        <source>%1: git says: %2</source>
        <translation>%1: git sagt: %2</translation>
    </message>
    <message>
        <source>HEAD could not be read</source>
        <translation>HEAD konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The tag was not found</source>
        <translation>Der Tag wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Whether it was pushed is not known</source>
        <translation>Ob gepusht wurde, ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1 tells nothing of what was prepared last. Look at git status and git log, then remove it.</source>
        <translation>%1 sagt nichts darüber, was zuletzt vorbereitet wurde. git status und git log ansehen, dann die Datei entfernen.</translation>
    </message>
    <message>
        <source>Could not write %1: %2. Nothing goes on without it, so that everything can be taken back.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Ohne das geht nichts weiter, damit alles zurückgenommen werden kann.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a version of the scheme %2 nor one of: %3.</source>
        <translation>„%1“ ist weder eine Version des Schemas %2 noch eines von: %3.</translation>
    </message>
    <message>
        <source>%1 is not newer than %2, which was released. Choose one of: %3.</source>
        <translation>%1 ist nicht neuer als %2, das veröffentlicht wurde. Eines wählen von: %3.</translation>
    </message>
    <message>
        <source>The tag %1 is there already, at %2; HEAD is at %3. Choose another version, or delete the tag where it was never pushed: git tag -d %1</source>
        <translation>Den Tag %1 gibt es schon, bei %2; HEAD ist bei %3. Eine andere Version wählen, oder den Tag löschen, wo er nie gepusht wurde: git tag -d %1</translation>
    </message>
    <message>
        <source>The repository is in the middle of %1. End it first.</source>
        <translation>Das Repository ist mitten in %1. Das erst beenden.</translation>
    </message>
    <message>
        <source>There are other changes in the checkout, which a release must not take along: %1. Commit or stash them first.</source>
        <translation>Im Checkout sind andere Änderungen, die eine Veröffentlichung nicht mitnehmen darf: %1. Erst committen oder stashen.</translation>
    </message>
    <message>
        <source>git does not know who commits. Set git config user.name and user.email.</source>
        <translation>git weiß nicht, wer committet. git config user.name und user.email setzen.</translation>
    </message>
    <message>
        <source>%1 was not found</source>
        <translation>%1 wurde nicht gefunden</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 wurde geändert.</translation>
    </message>
    <message>
        <source>%1 ended with code %2: %3. Mend the command of post-bump in unmoor.toml, or what it complains of.</source>
        <translation>%1 endete mit Code %2: %3. Den Befehl post-bump in unmoor.toml berichtigen, oder was er beklagt.</translation>
    </message>
    <message>
        <source>The command made files that git does not know, and they are left: %1. Add them to .gitignore, or commit them before the release.</source>
        <translation>Der Befehl legte Dateien an, die git nicht kennt, und sie bleiben: %1. Zu .gitignore hinzufügen, oder vor der Veröffentlichung committen.</translation>
    </message>
    <message>
        <source>The files were changed, and the version is still %1, not %2. Name the place that says it in [project] of unmoor.toml: bump = [{ file = &quot;…&quot;, regex = &apos;…(.*)…&apos; }]</source>
        <translation>Die Dateien wurden geändert, und die Version ist immer noch %1, nicht %2. In [project] von unmoor.toml die Stelle nennen, die sie sagt: bump = [{ file = &quot;…&quot;, regex = &apos;…(.*)…&apos; }]</translation>
    </message>
    <message>
        <source>Nothing was committed</source>
        <translation>Nichts wurde committet</translation>
    </message>
    <message>
        <source>Committed %1: %2</source>
        <translation>%1 committet: %2</translation>
    </message>
    <message>
        <source>The tag was not signed</source>
        <translation>Der Tag wurde nicht signiert</translation>
    </message>
    <message>
        <source>The tag was not made</source>
        <translation>Der Tag wurde nicht angelegt</translation>
    </message>
    <message>
        <source>Tagged %1.</source>
        <translation>Tag %1 angelegt.</translation>
    </message>
    <message>
        <source>%1 It could not all be taken back: %2</source>
        <translation>%1 Nicht alles konnte zurückgenommen werden: %2</translation>
    </message>
    <message>
        <source>%1 What was prepared stays as it is; change it with git.</source>
        <translation>%1 Was vorbereitet wurde, bleibt, wie es ist; es mit git ändern.</translation>
    </message>
    <message>
        <source>Edited since, and therefore left: %1.</source>
        <translation>Seither bearbeitet, darum gelassen: %1.</translation>
    </message>
    <message>
        <source>Files were not restored</source>
        <translation>Dateien wurden nicht wiederhergestellt</translation>
    </message>
    <message>
        <source>The commit was not taken back</source>
        <translation>Der Commit wurde nicht zurückgenommen</translation>
    </message>
    <message>
        <source>The tag was not deleted</source>
        <translation>Der Tag wurde nicht gelöscht</translation>
    </message>
    <message>
        <source>It was pushed.</source>
        <translation>Es wurde gepusht.</translation>
    </message>
    <message>
        <source>It was pushed: %1 has it.</source>
        <translation>Es wurde gepusht: %1 hat es.</translation>
    </message>
    <message>
        <source>HEAD is at %1, not at the commit %2 that was made.</source>
        <translation>HEAD ist bei %1, nicht beim angelegten Commit %2.</translation>
    </message>
    <message>
        <source>HEAD is on no branch, so there is none to push. Switch to one: git switch BRANCH</source>
        <translation>HEAD ist auf keinem Branch, also gibt es keinen zu pushen. Zu einem wechseln: git switch BRANCH</translation>
    </message>
    <message>
        <source>There is no remote to push to. Add one: git remote add origin URL</source>
        <translation>Es gibt kein Remote, zu dem zu pushen wäre. Eines hinzufügen: git remote add origin URL</translation>
    </message>
    <message>
        <source>What would be pushed is not known</source>
        <translation>Was gepusht würde, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Nothing was pushed</source>
        <translation>Nichts wurde gepusht</translation>
    </message>
    <message>
        <source>No file was found that says %1. Name it in [project] of unmoor.toml: bump = [{ file = &quot;…&quot;, regex = &apos;…(.*)…&apos; }]</source>
        <translation>Keine Datei wurde gefunden, die %1 sagt. Die Datei in [project] von unmoor.toml nennen: bump = [{ file = &quot;…&quot;, regex = &apos;…(.*)…&apos; }]</translation>
    </message>
    <message>
        <source>Several files say %1: %2. Name those that are to change in [project] of unmoor.toml: bump = [{ file = &quot;…&quot;, regex = &apos;…(.*)…&apos; }]</source>
        <translation>Mehrere Dateien sagen %1: %2. Die zu ändernden in [project] von unmoor.toml nennen: bump = [{ file = &quot;…&quot;, regex = &apos;…(.*)…&apos; }]</translation>
    </message>
    <message>
        <source>There is no file %1 to say the version in.</source>
        <translation>Es gibt keine Datei %1, in der die Version stünde.</translation>
    </message>
    <message>
        <source>it is no text in UTF-8</source>
        <translation>es ist kein Text in UTF-8</translation>
    </message>
    <message>
        <source>nothing fits the regex %1</source>
        <translation>nichts passt auf den Ausdruck %1</translation>
    </message>
    <message>
        <source>it says &quot;%1&quot;, not %2</source>
        <translation>es sagt „%1“, nicht %2</translation>
    </message>
    <message>
        <source>%1 must be a file name, without folders.</source>
        <translation>%1 muss ein Dateiname sein, ohne Ordner.</translation>
    </message>
    <message>
        <source>%1 must be one name: a wildcard belongs into &quot;file&quot;.</source>
        <translation>%1 muss ein Name sein: Ein Platzhalter gehört in „file“.</translation>
    </message>
    <message>
        <source>%1 of an output must be a file name, without folders: it is looked for in all of them.</source>
        <translation>%1 einer Ausgabe muss ein Dateiname sein, ohne Ordner: Er wird in allen gesucht.</translation>
    </message>
    <message>
        <source>%1 of the checkout must be one file, without wildcards.</source>
        <translation>%1 des Checkouts muss eine Datei sein, ohne Platzhalter.</translation>
    </message>
    <message>
        <source>Another file of the release is named %1, too. Give one of them another &quot;name&quot;.</source>
        <translation>Eine andere Datei der Veröffentlichung heißt ebenfalls %1. Einer davon ein anderes „name“ geben.</translation>
    </message>
    <message>
        <source>%1 has %2; of the checkout, files of up to %3 are shipped. Let an output of the flake hold it.</source>
        <translation>%1 hat %2; aus dem Checkout werden Dateien bis %3 ausgeliefert. Eine Ausgabe des Flakes sie enthalten lassen.</translation>
    </message>
    <message>
        <source>%1 is %2 in the commit, and a release ships files. Name the file itself in unmoor.toml.</source>
        <translation>%1 ist im Commit %2, und eine Veröffentlichung liefert Dateien aus. Die Datei selbst in unmoor.toml nennen.</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>ein Link</translation>
    </message>
    <message>
        <source>a submodule</source>
        <translation>ein Submodul</translation>
    </message>
    <message>
        <source>%1 is empty, and GitHub takes no empty file. Write it, or take it out of unmoor.toml.</source>
        <translation>%1 ist leer, und GitHub nimmt keine leere Datei. Die Datei schreiben, oder aus unmoor.toml nehmen.</translation>
    </message>
    <message>
        <source>%1 is a pointer of Git LFS in the commit: users would get three lines of text. Let an output of the flake hold the file.</source>
        <translation>%1 ist im Commit ein Zeiger von Git LFS: Benutzer bekämen drei Zeilen Text. Eine Ausgabe des Flakes die Datei enthalten lassen.</translation>
    </message>
    <message>
        <source>The commit has no file %1. Add it with &quot;git add&quot; and commit, or correct &quot;file&quot; of its [[asset]] in unmoor.toml.</source>
        <translation>Der Commit hat keine Datei %1. Mit „git add“ hinzufügen und committen, oder „file“ ihres [[asset]] in unmoor.toml berichtigen.</translation>
    </message>
    <message>
        <source>%1 leads out of the project&apos;s folder. Name a file in it.</source>
        <translation>%1 führt aus dem Ordner des Projekts hinaus. Eine Datei darin nennen.</translation>
    </message>
    <message>
        <source>There is no finding &quot;%1&quot;; the manual lists the codes, in docs/checks.md.</source>
        <translation>Es gibt keinen Befund „%1“; das Handbuch listet die Codes auf, in docs/checks.md.</translation>
    </message>
    <message>
        <source>There is no finding &quot;%1&quot;: did you mean &quot;%2&quot;?</source>
        <translation>Es gibt keinen Befund „%1“: Ist „%2“ gemeint?</translation>
    </message>
    <message>
        <source>%1 says that an archive cannot be read whole: it is always an error.</source>
        <translation>%1 sagt, dass ein Archiv nicht ganz gelesen werden kann: Das ist immer ein Fehler.</translation>
    </message>
    <message>
        <source>%1 must be at least %2.</source>
        <translation>%1 muss mindestens %2 sein.</translation>
    </message>
    <message>
        <source>%1 must be &quot;error&quot;, &quot;warning&quot;, &quot;info&quot; or &quot;off&quot;, not &quot;%2&quot;.</source>
        <translation>%1 muss &quot;error&quot;, &quot;warning&quot;, &quot;info&quot; oder &quot;off&quot; sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 What is left of it in %2 could not be removed.</source>
        <translation>%1 Was davon in %2 übrig ist, konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>%1 is there already. Choose another folder, or open that one.</source>
        <translation>%1 ist schon da. Einen anderen Ordner wählen, oder diesen öffnen.</translation>
    </message>
    <message>
        <source>There is no folder %1 to clone into.</source>
        <translation>Es gibt keinen Ordner %1, in den zu klonen wäre.</translation>
    </message>
    <message>
        <source>Nothing can be written into %1. Choose another folder.</source>
        <translation>In %1 kann nichts geschrieben werden. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>No host %1 was found. Look at the address, and at this machine&apos;s connection.</source>
        <translation>Kein Host %1 wurde gefunden. Die Adresse und die Verbindung dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>ssh does not know the key of %1, and does not ask here. Connect once in a terminal, compare the key that it shows with the one that the host publishes, then try again: ssh -T git@%1</source>
        <translation>ssh kennt den Schlüssel von %1 nicht und fragt hier nicht. Einmal im Terminal verbinden, den gezeigten Schlüssel mit dem vergleichen, den der Host bekannt gibt, dann noch einmal versuchen: ssh -T git@%1</translation>
    </message>
    <message>
        <source>%1 does not let you in, or the repository is not there. For ssh, your key must be known there and loaded (ssh-add -l); for https, git needs a credential helper. git says: %2</source>
        <translation>%1 lässt nicht herein, oder das Repository ist nicht da. Für ssh muss der Schlüssel dort bekannt und hier geladen sein (ssh-add -l); für https braucht git einen Credential-Helper. git sagt: %2</translation>
    </message>
    <message>
        <source>There is no repository at %1, or you may not see it. git says: %2</source>
        <translation>Unter %1 ist kein Repository, oder es ist nicht zu sehen. git sagt: %2</translation>
    </message>
    <message>
        <source>The connection to %1 failed. Try again later. git says: %2</source>
        <translation>Die Verbindung zu %1 ist gescheitert. Später noch einmal versuchen. git sagt: %2</translation>
    </message>
    <message>
        <source>The disk is full. Make room, or choose a folder on another one.</source>
        <translation>Der Datenträger ist voll. Platz schaffen, oder einen Ordner auf einem anderen wählen.</translation>
    </message>
    <message>
        <source>%1 could not be cloned. git says: %2</source>
        <translation>%1 konnte nicht geklont werden. git sagt: %2</translation>
    </message>
    <message>
        <source>%1 does not say at which host. Write the whole address, such as https://github.com/%1.</source>
        <translation>%1 sagt nicht, bei welchem Host. Die ganze Adresse schreiben, etwa https://github.com/%1.</translation>
    </message>
    <message>
        <source>%1 is no address of a repository. Write https://…, ssh://…, user@host:path or the path of a folder, which begins with /.</source>
        <translation>%1 ist keine Adresse eines Repositorys. https://…, ssh://…, user@host:path oder den Pfad eines Ordners schreiben, der mit / beginnt.</translation>
    </message>
    <message>
        <source>%1:// is not encrypted: somebody on the way could change what comes. Use https:// or ssh://.</source>
        <translation>%1:// ist nicht verschlüsselt: Unterwegs könnte jemand ändern, was kommt. https:// oder ssh:// verwenden.</translation>
    </message>
    <message>
        <source>%1:// is not taken. Use https://, ssh:// or file://.</source>
        <translation>%1:// wird nicht angenommen. https://, ssh:// oder file:// verwenden.</translation>
    </message>
    <message>
        <source>This is no valid address: %1.</source>
        <translation>Das ist keine gültige Adresse: %1.</translation>
    </message>
    <message>
        <source>The address names no host.</source>
        <translation>Die Adresse nennt keinen Host.</translation>
    </message>
    <message>
        <source>A name that begins with &quot;-&quot; would be taken for an option of ssh.</source>
        <translation>Ein Name, der mit „-“ beginnt, würde für eine Option von ssh gehalten.</translation>
    </message>
    <message>
        <source>Leave the password out of the address: git would write it into the clone&apos;s settings. Let git&apos;s credential helper keep it.</source>
        <translation>Das Passwort aus der Adresse lassen: git schriebe es in die Einstellungen des Klons. Es den Credential-Helper von git halten lassen.</translation>
    </message>
    <message>
        <source>Write the address of a repository.</source>
        <translation>Die Adresse eines Repositorys schreiben.</translation>
    </message>
    <message>
        <source>An address holds no spaces and no characters that cannot be seen.</source>
        <translation>Eine Adresse enthält keine Leerzeichen und keine unsichtbaren Zeichen.</translation>
    </message>
    <message>
        <source>An address that begins with &quot;-&quot; would be taken for an option of git.</source>
        <translation>Eine Adresse, die mit „-“ beginnt, würde für eine Option von git gehalten.</translation>
    </message>
    <message>
        <source>Addresses with &quot;::&quot; make git start a program that they name. They are not taken.</source>
        <translation>Adressen mit „::“ lassen git ein darin genanntes Programm starten. Sie werden nicht angenommen.</translation>
    </message>
    <message>
        <source>This clone is shallow: it lacks commits of this release, and which tag was before it is not known. Fetch the history, then run it again: %1</source>
        <translation>Dieser Klon ist flach: Ihm fehlen Commits dieser Veröffentlichung, und welcher Tag davor war, ist nicht bekannt. Den Verlauf holen, dann noch einmal starten: %1</translation>
    </message>
    <message>
        <source>A gate with &quot;eval&quot; needs what it is compared with: &quot;equals&quot;, &quot;equals-eval&quot; or &quot;matches-file&quot;.</source>
        <translation>Eine Bedingung mit „eval“ braucht, womit verglichen wird: „equals“, „equals-eval“ oder „matches-file“.</translation>
    </message>
    <message>
        <source>A gate compares with one thing: keep &quot;%1&quot; or &quot;%2&quot;, not both.</source>
        <translation>Eine Bedingung vergleicht mit einer Sache: „%1“ oder „%2“ behalten, nicht beides.</translation>
    </message>
    <message>
        <source>%1 can only be true. Remove the gate where it is not wanted.</source>
        <translation>%1 kann nur true sein. Die Bedingung entfernen, wo sie nicht gewünscht ist.</translation>
    </message>
    <message>
        <source>%1 must name at least one file.</source>
        <translation>%1 muss mindestens eine Datei nennen.</translation>
    </message>
    <message>
        <source>%1 belongs to a gate with &quot;eval&quot;.</source>
        <translation>%1 gehört zu einer Bedingung mit „eval“.</translation>
    </message>
    <message>
        <source>A gate needs one of &quot;flake-check&quot;, &quot;eval&quot; or &quot;no-version-in&quot;.</source>
        <translation>Eine Bedingung braucht eines von „flake-check“, „eval“ oder „no-version-in“.</translation>
    </message>
    <message>
        <source>A gate checks one thing: make &quot;%1&quot; and &quot;%2&quot; two gates.</source>
        <translation>Eine Bedingung prüft eine Sache: aus „%1“ und „%2“ zwei machen.</translation>
    </message>
    <message>
        <source>There are two gates &quot;%1&quot;. Rename one.</source>
        <translation>Es gibt zwei Bedingungen „%1“. Eine umbenennen.</translation>
    </message>
    <message>
        <source>Check again to know.</source>
        <translation>Noch einmal prüfen, um es zu wissen.</translation>
    </message>
    <message>
        <source>Trust the checkout to know.</source>
        <translation>Dem Checkout vertrauen, um es zu wissen.</translation>
    </message>
    <message>
        <source>Publishing checks it again.</source>
        <translation>Beim Veröffentlichen wird es noch einmal geprüft.</translation>
    </message>
    <message>
        <source>Mend what the message names, then check again.</source>
        <translation>Beheben, was die Meldung nennt, dann noch einmal prüfen.</translation>
    </message>
    <message>
        <source>the repository has no commit yet</source>
        <translation>das Repository hat noch keinen Commit</translation>
    </message>
    <message>
        <source>A release is a commit. Add the project&apos;s files with &quot;git add&quot; and commit them.</source>
        <translation>Eine Veröffentlichung ist ein Commit. Die Dateien des Projekts mit „git add“ hinzufügen und committen.</translation>
    </message>
    <message>
        <source>%1 follows %2</source>
        <translation>%1 folgt auf %2</translation>
    </message>
    <message>
        <source>%1 is the newest of all tags and releases</source>
        <translation>%1 ist die neueste unter allen Tags und Veröffentlichungen</translation>
    </message>
    <message>
        <source>%1 is older than %2, the newest release</source>
        <translation>%1 ist älter als %2, die neueste Veröffentlichung</translation>
    </message>
    <message>
        <source>Raise the version above %1, or delete the tag of %1 if it was never released.</source>
        <translation>Die Version über %1 erhöhen, oder den Tag von %1 löschen, wenn sie nie veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Write MAJOR.MINOR.PATCH without a leading &quot;v&quot; and without leading zeros (semver.org) where &quot;version&quot; of unmoor.toml points.</source>
        <translation>MAJOR.MINOR.PATCH ohne führendes „v“ und ohne führende Nullen schreiben (semver.org), worauf „version“ in unmoor.toml zeigt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a version such as 1.2.3 or 1.2.3-rc.1</source>
        <translation>„%1“ ist keine Version wie 1.2.3 oder 1.2.3-rc.1</translation>
    </message>
    <message>
        <source>Where your versions are meant to look so, write into [project] of unmoor.toml: version-scheme = &quot;%1&quot;</source>
        <translation>Sollen die Versionen so aussehen, in [project] von unmoor.toml schreiben: version-scheme = &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a version of a calendar such as 2026.11 or 26.11.1</source>
        <translation>„%1“ ist keine Version eines Kalenders wie 2026.11 oder 26.11.1</translation>
    </message>
    <message>
        <source>Begin with the year where &quot;version&quot; of unmoor.toml points (calver.org), or change &quot;version-scheme&quot;.</source>
        <translation>Mit dem Jahr beginnen, worauf „version“ in unmoor.toml zeigt (calver.org), oder „version-scheme“ ändern.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a version such as 1.2.3, 1.2rc1 or 1.2.post1</source>
        <translation>„%1“ ist keine Version wie 1.2.3, 1.2rc1 oder 1.2.post1</translation>
    </message>
    <message>
        <source>Write it after PEP 440 where &quot;version&quot; of unmoor.toml points, or change &quot;version-scheme&quot;.</source>
        <translation>Die Version nach PEP 440 schreiben, worauf „version“ in unmoor.toml zeigt, oder „version-scheme“ ändern.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a version such as 1.2, 1.2.3.4 or 1.2rc1</source>
        <translation>„%1“ ist keine Version wie 1.2, 1.2.3.4 oder 1.2rc1</translation>
    </message>
    <message>
        <source>Write two numbers or more with dots between where &quot;version&quot; of unmoor.toml points, without a leading &quot;v&quot;.</source>
        <translation>Zwei oder mehr Zahlen mit Punkten dazwischen schreiben, worauf „version“ in unmoor.toml zeigt, ohne führendes „v“.</translation>
    </message>
    <message>
        <source>Push it to the repository at %1, too.</source>
        <translation>Ihn auch zum Repository bei %1 pushen.</translation>
    </message>
    <message>
        <source>No branch is checked out. Put the commit on one and push it: git push origin HEAD:BRANCH</source>
        <translation>Kein Branch ist ausgecheckt. Den Commit auf einen bringen und pushen: git push origin HEAD:BRANCH</translation>
    </message>
    <message>
        <source>Push it: git push origin %1</source>
        <translation>Ihn pushen: git push origin %1</translation>
    </message>
    <message>
        <source>%1 among the tags that are here, but this clone is shallow and may lack others</source>
        <translation>%1 unter den Tags, die hier sind, aber dieser Klon ist flach, und andere können fehlen</translation>
    </message>
    <message>
        <source>this clone is shallow: it has no tag of a release, so what %1 follows is not known</source>
        <translation>dieser Klon ist flach: Er hat keinen Tag einer Veröffentlichung; worauf %1 folgt, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Fetch the history and the tags, then check again: %1</source>
        <translation>Verlauf und Tags holen, dann noch einmal prüfen: %1</translation>
    </message>
    <message>
        <source>If %1 was never released, delete that tag: %2. Otherwise raise the version, or check out the commit that %1 names.</source>
        <translation>Wurde %1 nie veröffentlicht, diesen Tag löschen: %2. Sonst die Version erhöhen, oder den Commit auschecken, den %1 nennt.</translation>
    </message>
    <message>
        <source>nothing uncommitted, nothing untracked</source>
        <translation>nichts uncommittet, nichts unbekannt</translation>
    </message>
    <message>
        <source>the files were not compared with the commit: that may run filters which the repository names</source>
        <translation>die Dateien wurden nicht mit dem Commit verglichen: Das kann Filter ausführen, die das Repository nennt</translation>
    </message>
    <message>
        <source>uncommitted: %1</source>
        <translation>nicht committet: %1</translation>
    </message>
    <message>
        <source>Commit the changes, or put them aside with &quot;git stash&quot;.</source>
        <translation>Die Änderungen committen, oder mit „git stash“ beiseitelegen.</translation>
    </message>
    <message>
        <source>untracked: %1</source>
        <translation>nicht verfolgt: %1</translation>
    </message>
    <message>
        <source>Add untracked files, list them in .gitignore, or remove them.</source>
        <translation>Nicht verfolgte Dateien hinzufügen, in .gitignore auflisten oder entfernen.</translation>
    </message>
    <message>
        <source>%1 is on %2</source>
        <translation>%1 ist auf %2</translation>
    </message>
    <message>
        <source>%1 is not on %2</source>
        <translation>%1 ist nicht auf %2</translation>
    </message>
    <message>
        <source>complete; nothing would be updated</source>
        <translation>vollständig; nichts würde aktualisiert</translation>
    </message>
    <message>
        <source>Where the lock file is not complete, run &quot;nix flake lock&quot; and commit flake.lock.</source>
        <translation>Ist die Sperrdatei nicht vollständig, „nix flake lock“ ausführen und flake.lock committen.</translation>
    </message>
    <message>
        <source>Correct what &quot;version&quot; of unmoor.toml points at.</source>
        <translation>Berichtigen, worauf „version“ in unmoor.toml zeigt.</translation>
    </message>
    <message>
        <source>no release is known here, and what %1 follows could not be asked: %2</source>
        <translation>hier ist keine Veröffentlichung bekannt, und worauf %1 folgt, konnte nicht erfragt werden: %2</translation>
    </message>
    <message>
        <source>%1 is the first release</source>
        <translation>%1 ist die erste Veröffentlichung</translation>
    </message>
    <message>
        <source>%1 points at %2 here, not at %3</source>
        <translation>%1 zeigt hier auf %2, nicht auf %3</translation>
    </message>
    <message>
        <source>%1 points at %2 on %3, not at %4</source>
        <translation>%1 zeigt auf %3 auf %2, nicht auf %4</translation>
    </message>
    <message>
        <source>no tag is named %1</source>
        <translation>kein Tag heißt %1</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>here and on %1</source>
        <translation>hier und auf %1</translation>
    </message>
    <message>
        <source>%1 points at %2 %3</source>
        <translation>%1 zeigt %3 auf %2</translation>
    </message>
    <message>
        <source>unmoor.toml names no file to release</source>
        <translation>unmoor.toml nennt keine Datei zum Veröffentlichen</translation>
    </message>
    <message>
        <source>Add a [[target]] or an [[asset]]; &quot;unmoor init&quot; proposes them. A release of notes alone needs none.</source>
        <translation>Ein [[target]] oder [[asset]] hinzufügen; „unmoor init“ schlägt sie vor. Eine Veröffentlichung nur mit Hinweisen braucht keine.</translation>
    </message>
    <message>
        <source>%1 is not built, and %2 gets no image: this Unmoor does not handle [image] yet</source>
        <translation>%1 wird nicht gebaut, und %2 bekommt kein Abbild: Dieses Unmoor kennt [image] noch nicht</translation>
    </message>
    <message>
        <source>Build and push the image as before, or take [image] out of unmoor.toml.</source>
        <translation>Das Abbild wie bisher bauen und pushen, oder [image] aus unmoor.toml nehmen.</translation>
    </message>
    <message>
        <source>the version is not known, and so is its section</source>
        <translation>die Version ist nicht bekannt, also auch ihr Abschnitt nicht</translation>
    </message>
    <message>
        <source>See the gate &quot;Version&quot; first.</source>
        <translation>Erst die Bedingung „Version“ ansehen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has text</source>
        <translation>„%1“ hat Text</translation>
    </message>
    <message>
        <source>Write what changed in %1 below a heading of its own in the changelog.</source>
        <translation>Im Changelog unter eine eigene Überschrift schreiben, was sich in %1 geändert hat.</translation>
    </message>
    <message>
        <source>%1 would store &quot;%2&quot; as &quot;%3&quot;</source>
        <translation>%1 würde „%2“ als „%3“ speichern</translation>
    </message>
    <message>
        <source>two files of the release are named %1</source>
        <translation>zwei Dateien der Veröffentlichung heißen %1</translation>
    </message>
    <message>
        <source>there are no files</source>
        <translation>es gibt keine Dateien</translation>
    </message>
    <message>
        <source>every file keeps its name on %1</source>
        <translation>jede Datei behält ihren Namen auf %1</translation>
    </message>
    <message>
        <source>Checksums and links would name a file that is not there. Change the name in unmoor.toml and in the flake: letters, digits, &quot;.&quot;, &quot;-&quot;, &quot;_&quot; and &quot;+&quot; stay as they are, but not a &quot;.&quot; at either end.</source>
        <translation>Prüfsummen und Links nennten eine Datei, die nicht da ist. Den Namen in unmoor.toml und im Flake ändern: Buchstaben, Ziffern, „.“, „-“, „_“ und „+“ bleiben, aber kein „.“ am Anfang oder Ende.</translation>
    </message>
    <message>
        <source>Correct its [[asset]] in unmoor.toml, or commit the file.</source>
        <translation>Ihr [[asset]] in unmoor.toml berichtigen, oder die Datei committen.</translation>
    </message>
    <message>
        <source>%1 can be shipped</source>
        <translation>%1 kann ausgeliefert werden</translation>
    </message>
    <message>
        <source>git refuses to read %1 because it belongs to another user. If you trust it, run: git config --global --add safe.directory %2</source>
        <translation>git weigert sich, %1 zu lesen, weil es einem anderen Benutzer gehört. Wird ihm vertraut, ausführen: git config --global --add safe.directory %2</translation>
    </message>
    <message>
        <source>%1 is not in a git repository, and a release is a commit. Choose a project&apos;s folder, or run &apos;git init&apos; there and commit.</source>
        <translation>%1 ist in keinem git-Repository, und eine Veröffentlichung ist ein Commit. Den Ordner eines Projekts wählen, oder dort &apos;git init&apos; ausführen und committen.</translation>
    </message>
    <message>
        <source>%1 is a git repository without a working tree. Clone it, and open the clone.</source>
        <translation>%1 ist ein git-Repository ohne Arbeitsverzeichnis. Es klonen und den Klon öffnen.</translation>
    </message>
    <message>
        <source>git could not read %1: %2</source>
        <translation>git konnte %1 nicht lesen: %2</translation>
    </message>
    <message>
        <source>git did not say where the checkout begins.</source>
        <translation>git sagte nicht, wo der Checkout beginnt.</translation>
    </message>
    <message>
        <source>%1 must be &quot;executable&quot; or &quot;any&quot;, not &quot;%2&quot;.</source>
        <translation>%1 muss &quot;executable&quot; oder &quot;any&quot; sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 must be a number or a range of files, such as &quot;1&quot;, &quot;1+&quot;, &quot;0+&quot; or &quot;2-4&quot;, not &quot;%2&quot;.</source>
        <translation>%1 muss eine Anzahl von Dateien sein, etwa &quot;1&quot;, &quot;1+&quot;, &quot;0+&quot; oder &quot;2-4&quot;, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 must be relative to the layout&apos;s root, not %2.</source>
        <translation>%1 muss relativ zur Wurzel des Layouts sein, nicht %2.</translation>
    </message>
    <message>
        <source>%1 must be the name of a single folder, or &quot;&quot; for an archive without one.</source>
        <translation>%1 muss der Name eines einzigen Ordners sein, oder &quot;&quot; für ein Archiv ohne einen.</translation>
    </message>
    <message>
        <source>a file of %1</source>
        <translation>eine Datei von %1</translation>
    </message>
    <message>
        <source>Mend the text first: in line %1 it is not TOML.</source>
        <translation>Erst den Text berichtigen: In Zeile %1 ist er kein TOML.</translation>
    </message>
    <message>
        <source>The text has no table %1 with lines of its own: write it there.</source>
        <translation>Der Text hat keine Tabelle %1 mit eigenen Zeilen: es dort schreiben.</translation>
    </message>
    <message>
        <source>[[target]] of %1</source>
        <translation>[[target]] von %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation>es gibt keine Datei %1</translation>
    </message>
    <message>
        <source>no file matches %1</source>
        <translation>keine Datei passt auf %1</translation>
    </message>
    <message>
        <source>Mend %1 in the flake.</source>
        <translation>%1 im Flake berichtigen.</translation>
    </message>
    <message>
        <source>Mend %1, or change the gate (%2).</source>
        <translation>%1 berichtigen, oder die Bedingung ändern (%2).</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>expected %1, the flake says %2</source>
        <translation>erwartet wird %1, das Flake sagt %2</translation>
    </message>
    <message>
        <source>%1 is %2, and %3 says %4. Set one to the other, or change the gate (%5).</source>
        <translation>%1 ist %2, und %3 sagt %4. Eines an das andere angleichen, oder die Bedingung ändern (%5).</translation>
    </message>
    <message>
        <source>nix flake check found nothing wrong</source>
        <translation>nix flake check fand nichts Falsches</translation>
    </message>
    <message>
        <source>See what fails with: nix flake check --keep-going</source>
        <translation>Ansehen, was scheitert: nix flake check --keep-going</translation>
    </message>
    <message>
        <source>the version is not known</source>
        <translation>die Version ist nicht bekannt</translation>
    </message>
    <message>
        <source>Mend the gate &quot;Version&quot; first.</source>
        <translation>Erst die Bedingung „Version“ erfüllen.</translation>
    </message>
    <message>
        <source>Correct &quot;no-version-in&quot; of the gate (%1).</source>
        <translation>„no-version-in“ der Bedingung berichtigen (%1).</translation>
    </message>
    <message>
        <source>no %1 in %2</source>
        <translation>kein %1 in %2</translation>
    </message>
    <message>
        <source>%1 is written in %2</source>
        <translation>%1 steht in %2</translation>
    </message>
    <message>
        <source>Write these places so that they need no change with each release.</source>
        <translation>Diese Stellen so schreiben, dass sie nicht mit jeder Veröffentlichung zu ändern sind.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a regular expression: %2.</source>
        <translation>„%1“ ist kein regulärer Ausdruck: %2.</translation>
    </message>
    <message>
        <source>Nothing in %1 matches &quot;%2&quot;. Correct the file, or the expression in unmoor.toml.</source>
        <translation>Nichts in %1 passt auf „%2“. Die Datei berichtigen, oder den Ausdruck in unmoor.toml.</translation>
    </message>
    <message>
        <source>%1 is not a regular expression: %2 at character %3.</source>
        <translation>%1 ist kein regulärer Ausdruck: %2 bei Zeichen %3.</translation>
    </message>
    <message>
        <source>%1 needs a group: put parentheses around the part that it looks for.</source>
        <translation>%1 braucht eine Gruppe: Klammern um den gesuchten Teil setzen.</translation>
    </message>
    <message>
        <source>%1 cannot hold %2. What it can hold: %3.</source>
        <translation>%1 kann %2 nicht enthalten. Möglich sind: %3.</translation>
    </message>
    <message>
        <source>%1 cannot hold %2: did you mean &quot;{%3}&quot;?</source>
        <translation>%1 kann %2 nicht enthalten: Ist „{%3}“ gemeint?</translation>
    </message>
    <message>
        <source>%1 must be &quot;auto&quot;, true or false.</source>
        <translation>%1 muss &quot;auto&quot;, true oder false sein.</translation>
    </message>
    <message>
        <source>%1 must be a path below the project&apos;s folder, not %2.</source>
        <translation>%1 muss ein Pfad unter dem Ordner des Projekts sein, nicht %2.</translation>
    </message>
    <message>
        <source>The key &quot;schema&quot; is missing. Begin the file with: schema = 1</source>
        <translation>Der Schlüssel „schema“ fehlt. Die Datei beginnen mit: schema = 1</translation>
    </message>
    <message>
        <source>Schema %1 is newer than this Unmoor knows, which is %2. A newer Unmoor is needed.</source>
        <translation>Schema %1 ist neuer als das, das dieses Unmoor kennt, nämlich %2. Ein neueres Unmoor ist nötig.</translation>
    </message>
    <message>
        <source>There is no schema %1. Write: schema = 1</source>
        <translation>Es gibt kein Schema %1. Schreiben: schema = 1</translation>
    </message>
    <message>
        <source>The version comes from one place: keep &quot;%1&quot; or &quot;%2&quot;, not both.</source>
        <translation>Die Version kommt von einer Stelle: „%1“ oder „%2“ behalten, nicht beides.</translation>
    </message>
    <message>
        <source>%1 needs one of &quot;eval&quot;, &quot;literal&quot; or &quot;file&quot; with &quot;regex&quot;.</source>
        <translation>%1 braucht eines von „eval“, „literal“ oder „file“ mit „regex“.</translation>
    </message>
    <message>
        <source>&quot;version&quot; of [project]</source>
        <translation>„version“ von [project]</translation>
    </message>
    <message>
        <source>%1 belongs to &quot;file&quot;.</source>
        <translation>%1 gehört zu „file“.</translation>
    </message>
    <message>
        <source>[project] needs the key &quot;version&quot;, such as: version = { eval = &quot;lib.version&quot; }</source>
        <translation>[project] braucht den Schlüssel „version“, etwa: version = { eval = &quot;lib.version&quot; }</translation>
    </message>
    <message>
        <source>%1 must say where it comes from: { eval = &quot;lib.version&quot; }, { file = &quot;Cargo.toml&quot;, regex = &apos;^version = &quot;(.*)&quot;&apos; } or { literal = &quot;%2&quot; }.</source>
        <translation>%1 muss sagen, woher sie kommt: { eval = &quot;lib.version&quot; }, { file = &quot;Cargo.toml&quot;, regex = &apos;^version = &quot;(.*)&quot;&apos; } oder { literal = &quot;%2&quot; }.</translation>
    </message>
    <message>
        <source>%1 must have the form &quot;owner/name&quot;, not &quot;%2&quot;.</source>
        <translation>%1 muss die Form &quot;owner/name&quot; haben, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 must hold {version} once.</source>
        <translation>%1 muss {version} einmal enthalten.</translation>
    </message>
    <message>
        <source>%1 makes tags that git refuses: %2. See git help check-ref-format.</source>
        <translation>%1 ergibt Tags, die git ablehnt: %2. Siehe git help check-ref-format.</translation>
    </message>
    <message>
        <source>%1 must be &quot;per-file&quot;, &quot;sha256sums&quot; or &quot;none&quot;, not &quot;%2&quot;.</source>
        <translation>%1 muss &quot;per-file&quot;, &quot;sha256sums&quot; oder &quot;none&quot; sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 must be one of %2, not &quot;%3&quot;.</source>
        <translation>%1 muss eines von %2 sein, nicht „%3“.</translation>
    </message>
    <message>
        <source>%1 must be &quot;lightweight&quot;, &quot;annotated&quot; or &quot;signed&quot;, not &quot;%2&quot;.</source>
        <translation>%1 muss &quot;lightweight&quot;, &quot;annotated&quot; oder &quot;signed&quot; sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 must be &quot;stable-only&quot; or &quot;never&quot;, not &quot;%2&quot;.</source>
        <translation>%1 muss &quot;stable-only&quot; oder &quot;never&quot; sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>There is no block &quot;%1&quot;. Choose from: %2.</source>
        <translation>Es gibt keinen Block „%1“. Auswählen aus: %2.</translation>
    </message>
    <message>
        <source>The block &quot;install&quot; needs its text: install = &quot;&quot;&quot;…&quot;&quot;&quot; in [notes].</source>
        <translation>Der Block „install“ braucht seinen Text: install = &quot;&quot;&quot;…&quot;&quot;&quot; in [notes].</translation>
    </message>
    <message>
        <source>The table [project] is missing. It needs the keys &quot;name&quot; and &quot;version&quot;.</source>
        <translation>Die Tabelle [project] fehlt. Sie braucht die Schlüssel „name“ und „version“.</translation>
    </message>
    <message>
        <source>This is not TOML: %1.</source>
        <translation>Das ist kein TOML: %1.</translation>
    </message>
    <message>
        <source>the top level</source>
        <translation>der obersten Ebene</translation>
    </message>
    <message>
        <source>something breaks for users</source>
        <translation>etwas geht für Benutzer nicht mehr</translation>
    </message>
    <message>
        <source>something is new</source>
        <translation>etwas ist neu</translation>
    </message>
    <message>
        <source>fixes alone</source>
        <translation>nur Korrekturen</translation>
    </message>
    <message>
        <source>nothing that users notice was found</source>
        <translation>nichts gefunden, was Benutzer bemerken</translation>
    </message>
    <message>
        <source>%1 is outside the project. Name a file below its folder.</source>
        <translation>%1 liegt außerhalb des Projekts. Eine Datei in seinem Ordner nennen.</translation>
    </message>
    <message>
        <source>There is no file %1 in the project.</source>
        <translation>Es gibt keine Datei %1 im Projekt.</translation>
    </message>
    <message>
        <source>There is no %1. Run &apos;unmoor init&apos; in the project&apos;s folder: it proposes one.</source>
        <translation>Es gibt keine %1. &apos;unmoor init&apos; im Ordner des Projekts ausführen: Es schlägt eine vor.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>er ist leer</translation>
    </message>
    <message>
        <source>&quot;HEAD&quot; is git&apos;s own name</source>
        <translation>„HEAD“ ist git selbst vorbehalten</translation>
    </message>
    <message>
        <source>it begins with &quot;-&quot;</source>
        <translation>er beginnt mit „-“</translation>
    </message>
    <message>
        <source>it begins or ends with &quot;/&quot;</source>
        <translation>er beginnt oder endet mit „/“</translation>
    </message>
    <message>
        <source>it ends with a dot</source>
        <translation>er endet mit einem Punkt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; begins with a dot</source>
        <translation>„%1“ beginnt mit einem Punkt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends with &quot;.lock&quot;</source>
        <translation>„%1“ endet mit „.lock“</translation>
    </message>
    <message>
        <source>it holds a control character</source>
        <translation>er enthält ein Steuerzeichen</translation>
    </message>
    <message>
        <source>it holds a space</source>
        <translation>er enthält ein Leerzeichen</translation>
    </message>
    <message>
        <source>Version %1 makes the tag &quot;%2&quot;, which git refuses: %3. Correct the version where &quot;version&quot; of unmoor.toml points, or &quot;tag&quot;.</source>
        <translation>Version %1 ergibt den Tag „%2“, den git ablehnt: %3. Die Version berichtigen, worauf „version“ in unmoor.toml zeigt, oder „tag“.</translation>
    </message>
    <message>
        <source>There is no [layout.%1] in this file.</source>
        <translation>Es gibt kein [layout.%1] in dieser Datei.</translation>
    </message>
    <message>
        <source>There is no [layout.%1] in this file: did you mean &quot;%2&quot;?</source>
        <translation>Es gibt kein [layout.%1] in dieser Datei: Ist „%2“ gemeint?</translation>
    </message>
    <message>
        <source>%1 must be %2, not &quot;%3&quot;.</source>
        <translation>%1 muss %2 sein, nicht „%3“.</translation>
    </message>
    <message>
        <source>A target that is dropped cannot have %1. Remove it, or remove &quot;dropped&quot;.</source>
        <translation>Ein eingestelltes Ziel kann kein %1 haben. Das entfernen, oder „dropped“ entfernen.</translation>
    </message>
    <message>
        <source>a version of glibc such as &quot;2.35&quot;</source>
        <translation>eine Version von glibc wie „2.35“</translation>
    </message>
    <message>
        <source>a version of macOS such as &quot;11.0&quot;</source>
        <translation>eine Version von macOS wie „11.0“</translation>
    </message>
    <message>
        <source>There are two targets %1. Remove one.</source>
        <translation>Es gibt zwei Ziele %1. Eines entfernen.</translation>
    </message>
    <message>
        <source>Another target has this archive name, too. Put {triple} into %1.</source>
        <translation>Auch ein anderes Ziel hat diesen Archivnamen. {triple} in %1 setzen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a system of Nix such as &quot;x86_64-linux&quot;.</source>
        <translation>„%1“ ist kein System von Nix wie „x86_64-linux“.</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>an array of tables</source>
        <translation>ein Feld von Tabellen</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>ein Feld</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation>ein Datum oder eine Zeit</translation>
    </message>
    <message>
        <source>those that the manual lists, in docs/manifest.md</source>
        <translation>die, die das Handbuch auflistet, in docs/manifest.md</translation>
    </message>
    <message>
        <source>Unknown key &quot;%1&quot; in %2. Its keys are: %3.</source>
        <translation>Unbekannter Schlüssel „%1“ in %2. Möglich sind: %3.</translation>
    </message>
    <message>
        <source>Unknown key &quot;%1&quot; in %2: did you mean &quot;%3&quot;?</source>
        <translation>Unbekannter Schlüssel „%1“ in %2: Ist „%3“ gemeint?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of %2</source>
        <translation>„%1“ von %2</translation>
    </message>
    <message>
        <source>%1 needs the key &quot;%2&quot;.</source>
        <translation>%1 braucht den Schlüssel „%2“.</translation>
    </message>
    <message>
        <source>%1 must not be empty.</source>
        <translation>%1 darf nicht leer sein.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>an array of strings</source>
        <translation>ein Feld von Texten</translation>
    </message>
    <message>
        <source>%1 must hold no empty string.</source>
        <translation>%1 darf keinen leeren Text enthalten.</translation>
    </message>
    <message>
        <source>An item of %1</source>
        <translation>Ein Eintrag von %1</translation>
    </message>
    <message>
        <source>an array of tables, written %1</source>
        <translation>ein Feld von Tabellen, geschrieben %1</translation>
    </message>
    <message>
        <source>%1 must be %2, not %3.</source>
        <translation>%1 muss %2 sein, nicht %3.</translation>
    </message>
    <message>
        <source>A file of the release has no name.</source>
        <translation>Eine Datei der Veröffentlichung hat keinen Namen.</translation>
    </message>
    <message>
        <source>%1 ends like the temporary name of a replacement. Rename the file.</source>
        <translation>%1 endet wie der vorläufige Name eines Ersatzes. Die Datei umbenennen.</translation>
    </message>
    <message>
        <source>GitHub would store %1 as %2, and its checksums would name another file. Rename it.</source>
        <translation>GitHub würde %1 als %2 speichern, und die Prüfsummen nennten eine andere Datei. Die Datei umbenennen.</translation>
    </message>
    <message>
        <source>%1 is empty, and GitHub takes no empty file. Build it again.</source>
        <translation>%1 ist leer, und GitHub nimmt keine leere Datei. Noch einmal bauen.</translation>
    </message>
    <message>
        <source>%1 has %2; GitHub takes files below 2 GiB. Split it or make it smaller.</source>
        <translation>%1 hat %2; GitHub nimmt Dateien unter 2 GiB. Die Datei teilen oder verkleinern.</translation>
    </message>
    <message>
        <source>%1 has no SHA-256 to verify it by.</source>
        <translation>%1 hat kein SHA-256, mit dem es zu bestätigen wäre.</translation>
    </message>
    <message>
        <source>%1 files are more than the 1,000 that GitHub takes for one release.</source>
        <translation>%1 Dateien sind mehr als die 1.000, die GitHub für eine Veröffentlichung nimmt.</translation>
    </message>
    <message>
        <source>Two files are named %1. Give each target&apos;s archive a name of its own.</source>
        <translation>Zwei Dateien heißen %1. Dem Archiv jedes Ziels einen eigenen Namen geben.</translation>
    </message>
    <message>
        <source>The release has no tag.</source>
        <translation>Die Veröffentlichung hat keinen Tag.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a commit: 40 hexadecimal digits are needed.</source>
        <translation>„%1“ ist kein Commit: 40 hexadezimale Ziffern sind nötig.</translation>
    </message>
    <message>
        <source>The notes have %1 characters; GitHub takes 125,000. Shorten them.</source>
        <translation>Die Hinweise haben %1 Zeichen; GitHub nimmt 125.000. Die Hinweise kürzen.</translation>
    </message>
    <message>
        <source>The wait was canceled.</source>
        <translation>Das Warten wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Publishing was stopped. What is on GitHub stays as it is.</source>
        <translation>Das Veröffentlichen wurde angehalten. Was auf GitHub ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Nobody agreed to this: %1. GitHub has changed since the plan was made, or the plan was not looked at. Look at it again, then publish again.</source>
        <translation>Dem hat niemand zugestimmt: %1. GitHub hat sich geändert, seit der Plan entstand, oder der Plan wurde nicht angesehen. Ihn noch einmal ansehen, dann noch einmal veröffentlichen.</translation>
    </message>
    <message>
        <source>GitHub does not show everything yet: %1.</source>
        <translation>GitHub zeigt noch nicht alles: %1.</translation>
    </message>
    <message>
        <source>Everything is there; GitHub is asked once more in a moment.</source>
        <translation>Alles ist da; GitHub wird gleich noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Publishing was canceled. What is on GitHub stays, and publishing again goes on from there.</source>
        <translation>Das Veröffentlichen wurde abgebrochen. Was auf GitHub ist, bleibt, und erneutes Veröffentlichen geht von dort weiter.</translation>
    </message>
    <message>
        <source>found done on GitHub</source>
        <translation>auf GitHub schon getan</translation>
    </message>
    <message>
        <source>Tag %1 = %2</source>
        <translation>Tag %1 = %2</translation>
    </message>
    <message>
        <source>It points at what was built</source>
        <translation>Er zeigt auf das Gebaute</translation>
    </message>
    <message>
        <source>tag on GitHub</source>
        <translation>Tag auf GitHub</translation>
    </message>
    <message>
        <source>The tag %1 points at %2 on GitHub, but %3 was built. Build %2, release %3 under another version, or, if nobody uses the tag yet, move it: git push --force origin %4</source>
        <translation>Der Tag %1 zeigt auf GitHub auf %2, aber %3 wurde gebaut. %2 bauen, %3 unter einer anderen Version veröffentlichen, oder ihn verschieben, wenn ihn noch niemand benutzt: git push --force origin %4</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 differs</source>
        <translation>%1 weicht ab</translation>
    </message>
    <message>
        <source>%1 is published and immutable, so GitHub lets nobody change its files: %2. Release the next version with the right files. Do not delete this release: its tag name could never be used again.</source>
        <translation>%1 ist veröffentlicht und unveränderlich; GitHub lässt niemanden seine Dateien ändern: %2. Die nächste Version mit den richtigen Dateien veröffentlichen. Diese Veröffentlichung nicht löschen: Ihr Tag wäre nie wieder verwendbar.</translation>
    </message>
    <message>
        <source>The token may not write releases: its scopes are %1. Store one with the scope repo, or a fine-grained one with Contents: write.</source>
        <translation>Das Token darf keine Veröffentlichungen schreiben: Seine Scopes sind %1. Eines mit dem Scope repo speichern, oder ein feingranulares mit Contents: write.</translation>
    </message>
    <message>
        <source>GitHub shows %1 as the latest release, although it was not published as that.</source>
        <translation>GitHub zeigt %1 als neueste Veröffentlichung, obwohl sie nicht so veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Create draft %1 at %2</source>
        <translation>Entwurf %1 bei %2 anlegen</translation>
    </message>
    <message>
        <source>A draft is invisible until everything in it is verified</source>
        <translation>Ein Entwurf ist unsichtbar, bis alles darin bestätigt ist</translation>
    </message>
    <message>
        <source>release id</source>
        <translation>Nummer der Veröffentlichung</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>Veröffentlichung %1</translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation>Veröffentlichung %1</translation>
    </message>
    <message>
        <source>Already published</source>
        <translation>Schon veröffentlicht</translation>
    </message>
    <message>
        <source>Draft %1 at %2</source>
        <translation>Entwurf %1 bei %2</translation>
    </message>
    <message>
        <source>Draft %1</source>
        <translation>Entwurf %1</translation>
    </message>
    <message>
        <source>Found by reading all drafts</source>
        <translation>Durch Lesen aller Entwürfe gefunden</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>pre-release</source>
        <translation>Vorabversion</translation>
    </message>
    <message>
        <source>not a pre-release</source>
        <translation>keine Vorabversion</translation>
    </message>
    <message>
        <source>target commit</source>
        <translation>Ziel-Commit</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>neueste</translation>
    </message>
    <message>
        <source>Update %1: %2</source>
        <translation>%1 aktualisieren: %2</translation>
    </message>
    <message>
        <source>The notes were edited on GitHub since they were sent; this puts those of the file in their place. To keep them, take them into the file first</source>
        <translation>Die Hinweise wurden auf GitHub bearbeitet, seit sie gesendet wurden; dies setzt die der Datei an ihre Stelle. Um sie zu behalten, sie erst in die Datei übernehmen</translation>
    </message>
    <message>
        <source>GitHub has it otherwise</source>
        <translation>GitHub hat es anders</translation>
    </message>
    <message>
        <source>fields read back</source>
        <translation>Felder zurückgelesen</translation>
    </message>
    <message>
        <source>Title and notes</source>
        <translation>Titel und Hinweise</translation>
    </message>
    <message>
        <source>The same on GitHub</source>
        <translation>Auf GitHub gleich</translation>
    </message>
    <message>
        <source>read from GitHub</source>
        <translation>von GitHub gelesen</translation>
    </message>
    <message>
        <source>Delete the broken upload %1</source>
        <translation>Den abgebrochenen Upload %1 löschen</translation>
    </message>
    <message>
        <source>%1 of %2 arrived</source>
        <translation>%1 von %2 kamen an</translation>
    </message>
    <message>
        <source>gone from the list</source>
        <translation>nicht mehr in der Liste</translation>
    </message>
    <message>
        <source>Delete the leftover %1</source>
        <translation>Den Rest %1 löschen</translation>
    </message>
    <message>
        <source>Left by a replacement that was interrupted</source>
        <translation>Von einem unterbrochenen Ersetzen übrig</translation>
    </message>
    <message>
        <source>digest = %1</source>
        <translation>Prüfsumme = %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Downloaded and compared</source>
        <translation>Geladen und verglichen</translation>
    </message>
    <message>
        <source>GitHub&apos;s digest is ours</source>
        <translation>Die Prüfsumme von GitHub ist die eigene</translation>
    </message>
    <message>
        <source>Upload %1, %2</source>
        <translation>%1 hochladen, %2</translation>
    </message>
    <message>
        <source>Only a broken upload is on GitHub</source>
        <translation>Nur ein abgebrochener Upload ist auf GitHub</translation>
    </message>
    <message>
        <source>Not on GitHub</source>
        <translation>Nicht auf GitHub</translation>
    </message>
    <message>
        <source>Replace %1, %2</source>
        <translation>%1 ersetzen, %2</translation>
    </message>
    <message>
        <source>GitHub has another file of this name; it stays until the new one is verified</source>
        <translation>GitHub hat eine andere Datei dieses Namens; sie bleibt, bis die neue bestätigt ist</translation>
    </message>
    <message>
        <source>Finish replacing %1</source>
        <translation>Das Ersetzen von %1 vollenden</translation>
    </message>
    <message>
        <source>The new file is there under its temporary name</source>
        <translation>Die neue Datei ist unter ihrem vorläufigen Namen da</translation>
    </message>
    <message>
        <source>Verify %1, %2</source>
        <translation>%1 bestätigen, %2</translation>
    </message>
    <message>
        <source>GitHub gives no digest for it, so it is downloaded and hashed</source>
        <translation>GitHub gibt dafür keine Prüfsumme, also wird die Datei geladen und berechnet</translation>
    </message>
    <message>
        <source>Make tag %1 at %2</source>
        <translation>Tag %1 bei %2 anlegen</translation>
    </message>
    <message>
        <source>The release is published, but its tag is not there</source>
        <translation>Die Veröffentlichung ist öffentlich, aber ihr Tag ist nicht da</translation>
    </message>
    <message>
        <source>Publish %1 as pre-release</source>
        <translation>%1 als Vorabversion veröffentlichen</translation>
    </message>
    <message>
        <source>Publish %1 as latest</source>
        <translation>%1 als neueste veröffentlichen</translation>
    </message>
    <message>
        <source>Publish %1, not as latest</source>
        <translation>%1 veröffentlichen, nicht als neueste</translation>
    </message>
    <message>
        <source>Last, when every file is verified: this repository freezes what is published</source>
        <translation>Zuletzt, wenn jede Datei bestätigt ist: Dieses Repository friert Veröffentlichtes ein</translation>
    </message>
    <message>
        <source>Last, when every file is verified</source>
        <translation>Zuletzt, wenn jede Datei bestätigt ist</translation>
    </message>
    <message>
        <source>public page, %1 files</source>
        <translation>öffentliche Seite, %1 Dateien</translation>
    </message>
    <message>
        <source>Check that tag %1 is free or at %2</source>
        <translation>Prüfen, ob Tag %1 frei ist oder bei %2</translation>
    </message>
    <message>
        <source>GitHub makes the tag on publishing</source>
        <translation>GitHub legt den Tag beim Veröffentlichen an</translation>
    </message>
    <message>
        <source>Compare %1 with GitHub once more</source>
        <translation>%1 noch einmal mit GitHub vergleichen</translation>
    </message>
    <message>
        <source>What GitHub says now counts, not what was sent</source>
        <translation>Es zählt, was GitHub jetzt sagt, nicht, was gesendet wurde</translation>
    </message>
    <message>
        <source>release, %1 files</source>
        <translation>Veröffentlichung, %1 Dateien</translation>
    </message>
    <message>
        <source>tag = %1, %2 files</source>
        <translation>Tag = %1, %2 Dateien</translation>
    </message>
    <message>
        <source>%1, %2/s, %3 left</source>
        <translation>%1, %2/s, noch %3</translation>
    </message>
    <message>
        <source>its archive is verified</source>
        <translation>ihr Archiv ist bestätigt</translation>
    </message>
    <message>
        <source>no archive is verified</source>
        <translation>kein Archiv ist bestätigt</translation>
    </message>
    <message>
        <source>all %1 archives are verified</source>
        <translation>alle %1 Archive sind bestätigt</translation>
    </message>
    <message>
        <source>1 of %1 archives is verified</source>
        <translation>1 von %1 Archiven ist bestätigt</translation>
    </message>
    <message>
        <source>%1 of %2 archives are verified</source>
        <translation>%1 von %2 Archiven sind bestätigt</translation>
    </message>
    <message>
        <source>%1 broke off</source>
        <translation>%1 brach ab</translation>
    </message>
    <message>
        <source>%1 is not what was built here</source>
        <translation>%1 ist nicht, was hier gebaut wurde</translation>
    </message>
    <message>
        <source>%1 are not what was built here</source>
        <translation>%1 sind nicht, was hier gebaut wurde</translation>
    </message>
    <message>
        <source>%1 are missing</source>
        <translation>%1 fehlen</translation>
    </message>
    <message>
        <source>%1 is there, not compared yet</source>
        <translation>%1 ist da, noch nicht verglichen</translation>
    </message>
    <message>
        <source>%1 are there, not compared yet</source>
        <translation>%1 sind da, noch nicht verglichen</translation>
    </message>
    <message>
        <source>&amp;Finish %1…</source>
        <translation>%1 &amp;vollenden …</translation>
    </message>
    <message>
        <source>%1 is a draft on GitHub: %2.</source>
        <translation>%1 ist ein Entwurf auf GitHub: %2.</translation>
    </message>
    <message>
        <source>%1 is published: %2, but it is not complete.</source>
        <translation>%1 ist veröffentlicht: %2, aber es ist nicht vollständig.</translation>
    </message>
    <message>
        <source>%1 is published, but not complete: %2.</source>
        <translation>%1 ist veröffentlicht, aber nicht vollständig: %2.</translation>
    </message>
    <message>
        <source>1 step is left.</source>
        <translation>1 Schritt bleibt.</translation>
    </message>
    <message>
        <source>%1 steps are left.</source>
        <translation>%1 Schritte bleiben.</translation>
    </message>
    <message>
        <source>Users cannot see it yet. What is verified is not sent again.</source>
        <translation>Benutzer sehen es noch nicht. Bestätigtes wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Users can see it as it is. What is verified is not sent again.</source>
        <translation>Benutzer sehen es, wie es ist. Bestätigtes wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>%1 is not at %2 any more, so it was not sent. Build or adopt it again.</source>
        <translation>%1 ist nicht mehr unter %2 und wurde darum nicht gesendet. Es noch einmal bauen oder übernehmen.</translation>
    </message>
    <message>
        <source>%1 has changed since it was built: it has %2 bytes instead of %3. It was not sent. Build or adopt it again.</source>
        <translation>%1 hat sich seit dem Bauen geändert: Es hat %2 Bytes statt %3. Es wurde nicht gesendet. Es noch einmal bauen oder übernehmen.</translation>
    </message>
    <message>
        <source>GitHub answered the upload of %1 with the number of a file that was there before, %2. Nothing was deleted.</source>
        <translation>GitHub antwortete auf den Upload von %1 mit der Nummer einer Datei, die schon vorher da war, %2. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>GitHub stored %1 as %2, and its checksums would name another file. Rename it.</source>
        <translation>GitHub speicherte %1 als %2, und die Prüfsummen nennten eine andere Datei. Die Datei umbenennen.</translation>
    </message>
    <message>
        <source>Only %1 of %2 bytes of %3 arrived on GitHub.</source>
        <translation>Nur %1 von %2 Bytes von %3 kamen auf GitHub an.</translation>
    </message>
    <message>
        <source>%1 arrived damaged: GitHub has the SHA-256 %2 instead of %3. It was deleted there.</source>
        <translation>%1 kam beschädigt an: GitHub hat das SHA-256 %2 statt %3. Es wurde dort gelöscht.</translation>
    </message>
    <message>
        <source>GitHub&apos;s answer named %1 (%2), which is not what was sent, so nothing was deleted. Look at the release&apos;s page.</source>
        <translation>Die Antwort von GitHub nannte %1 (%2), was nicht gesendet wurde; darum wurde nichts gelöscht. Die Seite der Veröffentlichung ansehen.</translation>
    </message>
    <message>
        <source>%1 has changed on GitHub since it was looked at.</source>
        <translation>%1 hat sich auf GitHub geändert, seit es angesehen wurde.</translation>
    </message>
    <message>
        <source>GitHub calls the new file %1 instead of %2.</source>
        <translation>GitHub nennt die neue Datei %1 statt %2.</translation>
    </message>
    <message>
        <source>%1 is not as it was planned any more.</source>
        <translation>%1 ist nicht mehr wie geplant.</translation>
    </message>
    <message>
        <source>tag = %1</source>
        <translation>Tag = %1</translation>
    </message>
    <message>
        <source>The tag %1 points at %2 instead of %3.</source>
        <translation>Der Tag %1 zeigt auf %2 statt auf %3.</translation>
    </message>
    <message>
        <source>tag is free</source>
        <translation>Tag ist frei</translation>
    </message>
    <message>
        <source>GitHub answered with the release %1, %2, instead of %3.</source>
        <translation>GitHub antwortete mit der Veröffentlichung %1, %2, statt %3.</translation>
    </message>
    <message>
        <source>a draft</source>
        <translation>ein Entwurf</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>%1 on GitHub has the SHA-256 %2… instead of %3….</source>
        <translation>%1 hat auf GitHub das SHA-256 %2… statt %3….</translation>
    </message>
    <message>
        <source>downloaded, sha256 = %1…</source>
        <translation>geladen, sha256 = %1…</translation>
    </message>
    <message>
        <source>%1 came differently each time.</source>
        <translation>%1 kam jedes Mal anders an.</translation>
    </message>
    <message>
        <source>%1 of %2 bytes of %3 came from GitHub.</source>
        <translation>%1 von %2 Bytes von %3 kamen von GitHub.</translation>
    </message>
    <message>
        <source>%1 is not verified on GitHub, so %2 stays a draft.</source>
        <translation>%1 ist auf GitHub nicht bestätigt; %2 bleibt also ein Entwurf.</translation>
    </message>
    <message>
        <source>public page %1</source>
        <translation>öffentliche Seite %1</translation>
    </message>
    <message>
        <source>Could not write the sample project&apos;s %1. Make the folder writable, or name another with --state-dir.</source>
        <translation>%1 des Beispielprojekts konnte nicht geschrieben werden. Den Ordner beschreibbar machen, oder mit --state-dir einen anderen nennen.</translation>
    </message>
    <message>
        <source>Could not make %1 a git repository: %2</source>
        <translation>%1 konnte nicht zum git-Repository gemacht werden: %2</translation>
    </message>
    <message>
        <source>There is no finding &quot;%1&quot;. The manual lists the codes, in docs/checks.md.</source>
        <translation>Es gibt keinen Befund „%1“. Das Handbuch listet die Codes auf, in docs/checks.md.</translation>
    </message>
    <message>
        <source>%1 cannot be accepted: it says that the archive cannot be read whole. Build or adopt the archive again.</source>
        <translation>%1 kann nicht akzeptiert werden: Es sagt, dass das Archiv nicht ganz gelesen werden kann. Das Archiv noch einmal bauen oder übernehmen.</translation>
    </message>
    <message>
        <source>Say why %1 is accepted.</source>
        <translation>Sagen, warum %1 akzeptiert wird.</translation>
    </message>
    <message>
        <source>for this run</source>
        <translation>für diesen Lauf</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 von %3</translation>
    </message>
    <message>
        <source>%1 is a folder of the output, but a release ships files. Let the flake pack it, and name the archive in unmoor.toml.</source>
        <translation>%1 ist ein Ordner der Ausgabe, aber eine Veröffentlichung liefert Dateien aus. Das Flake ihn packen lassen, und das Archiv in unmoor.toml nennen.</translation>
    </message>
    <message>
        <source>The output has no file %1; it holds: %2. Change `archive` of this target in unmoor.toml, or the name that the flake writes.</source>
        <translation>Die Ausgabe hat keine Datei %1; sie enthält: %2. `archive` dieses Ziels in unmoor.toml ändern, oder den Namen, den das Flake schreibt.</translation>
    </message>
    <message>
        <source>no file at all</source>
        <translation>gar keine Datei</translation>
    </message>
    <message>
        <source>%1 of the output is a link to %2, which is not there. Copy the file (cp -L) in installPhase.</source>
        <translation>%1 der Ausgabe ist ein Link zu %2, das nicht da ist. Die Datei in installPhase kopieren (cp -L).</translation>
    </message>
    <message>
        <source>%1 of the output is empty: there is nothing to ship. Look at the step of the flake that writes it.</source>
        <translation>%1 der Ausgabe ist leer: Es gibt nichts auszuliefern. Den Schritt des Flakes ansehen, der es schreibt.</translation>
    </message>
    <message>
        <source>The built output %1 is not there any more. Build the target again.</source>
        <translation>Die gebaute Ausgabe %1 ist nicht mehr da. Das Ziel noch einmal bauen.</translation>
    </message>
    <message>
        <source>The output holds %1 archives (%2), and a target has exactly one. Name the others in unmoor.toml, too, or give each an output of its own in the flake.</source>
        <translation>Die Ausgabe enthält %1 Archive (%2), und ein Ziel hat genau eines. Auch die anderen in unmoor.toml nennen, oder jedem im Flake eine eigene Ausgabe geben.</translation>
    </message>
    <message>
        <source>Could not make the folder %1. Make its parent writable, or name another folder with --state-dir.</source>
        <translation>Der Ordner %1 konnte nicht angelegt werden. Den Ordner darüber beschreibbar machen, oder mit --state-dir einen anderen nennen.</translation>
    </message>
    <message>
        <source>Could not copy %1 to %2: %3. Is the disk full?</source>
        <translation>%1 konnte nicht nach %2 kopiert werden: %3. Ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>%1 is dropped in unmoor.toml: no archive is adopted for it.</source>
        <translation>%1 ist in unmoor.toml eingestellt: Dafür wird kein Archiv übernommen.</translation>
    </message>
    <message>
        <source>%1 is being built. Cancel that first, then adopt the file.</source>
        <translation>%1 wird gerade gebaut. Das erst abbrechen, dann die Datei übernehmen.</translation>
    </message>
    <message>
        <source>%1 is not the file that was built: its SHA-256 changed. Build or adopt it again.</source>
        <translation>%1 ist nicht die gebaute Datei: Ihr SHA-256 hat sich geändert. Noch einmal bauen oder übernehmen.</translation>
    </message>
    <message>
        <source>%1 is being built. Wait for it or cancel it.</source>
        <translation>%1 wird gerade gebaut. Darauf warten oder es abbrechen.</translation>
    </message>
    <message>
        <source>The build failed; its log says why.</source>
        <translation>Der Build ist gescheitert; sein Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>Could not write %1: %2. Make the folder writable, or name another with --state-dir.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Den Ordner beschreibbar machen, oder mit --state-dir einen anderen nennen.</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 ist da</translation>
    </message>
    <message>
        <source>%1 changed since the edit was proposed, so nothing was written. Ask for it once more to see what is offered now.</source>
        <translation>%1 hat sich seit dem Vorschlag geändert, also wurde nichts geschrieben. Noch einmal danach fragen, um zu sehen, was jetzt angeboten wird.</translation>
    </message>
    <message>
        <source>%1 could not be deleted: %2. Make its folder writable, then free it again.</source>
        <translation>%1 konnte nicht gelöscht werden: %2. Den Ordner beschreibbar machen, dann noch einmal freigeben.</translation>
    </message>
    <message>
        <source>No log of %1 is kept: it was not built here, or its logs were taken away.</source>
        <translation>Von %1 ist kein Protokoll da: Es wurde nicht hier gebaut, oder die Protokolle wurden entfernt.</translation>
    </message>
    <message>
        <source>The ledger is not open.</source>
        <translation>Das Journal ist nicht offen.</translation>
    </message>
    <message>
        <source>%1 is damaged, so a layout made from it would lack files: %2</source>
        <translation>%1 ist beschädigt; einem daraus gemachten Layout fehlten Dateien: %2</translation>
    </message>
    <message>
        <source>--from: the name of %1 does not say for which target it is. Write --from TRIPLE=%1, such as --from x86_64-unknown-linux-gnu=%1.</source>
        <translation>--from: Der Name von %1 sagt nicht, für welches Ziel es ist. --from TRIPLE=%1 schreiben, etwa --from x86_64-unknown-linux-gnu=%1.</translation>
    </message>
    <message>
        <source>%1 has no release to propose layouts from.</source>
        <translation>%1 hat keine Veröffentlichung, aus der Layouts vorzuschlagen wären.</translation>
    </message>
    <message>
        <source>%1 has no archive of a target that the flake builds.</source>
        <translation>%1 hat kein Archiv eines Ziels, das das Flake baut.</translation>
    </message>
    <message>
        <source>Downloading %1, %2</source>
        <translation>%1 wird geladen, %2</translation>
    </message>
    <message>
        <source>The host has no digest of %1, so only its size was checked.</source>
        <translation>Der Host hat keine Prüfsumme von %1, also wurde nur die Größe geprüft.</translation>
    </message>
    <message>
        <source>--from-release: the git remote names no repository, so there is no release to look at.</source>
        <translation>--from-release: Das git-Remote nennt kein Repository, also gibt es keine Veröffentlichung anzusehen.</translation>
    </message>
    <message>
        <source>the newest tag</source>
        <translation>der neueste Tag</translation>
    </message>
    <message>
        <source>The text says that Intel Macs run the Apple silicon programs, but they do not.</source>
        <translation>Der Text sagt, dass Intel-Macs die Programme für Apple Silicon ausführen, aber das tun sie nicht.</translation>
    </message>
    <message>
        <source>%1 says that Intel Macs run the Apple silicon programs, but they do not.</source>
        <translation>%1 sagt, dass Intel-Macs die Programme für Apple Silicon ausführen, aber das tun sie nicht.</translation>
    </message>
    <message>
        <source>Rosetta 2 translates Intel programs on Apple silicon, not the other way, and no archive of this release holds a program for Intel Macs. Say so, or ship one.</source>
        <translation>Rosetta 2 übersetzt Intel-Programme auf Apple Silicon, nicht umgekehrt, und kein Archiv dieser Veröffentlichung enthält ein Programm für Intel-Macs. Das sagen, oder eines ausliefern.</translation>
    </message>
    <message>
        <source>The text for %1</source>
        <translation>Der Text für %1</translation>
    </message>
    <message>
        <source>a container image</source>
        <translation>ein Container-Abbild</translation>
    </message>
    <message>
        <source>it holds several platforms</source>
        <translation>es enthält mehrere Plattformen</translation>
    </message>
    <message>
        <source>a tool for making releases</source>
        <translation>ein Werkzeug zum Veröffentlichen</translation>
    </message>
    <message>
        <source>for development</source>
        <translation>für die Entwicklung</translation>
    </message>
    <message>
        <source>its name does not say for which one platform it is</source>
        <translation>sein Name sagt nicht, für welche eine Plattform es ist</translation>
    </message>
    <message>
        <source>not called a release</source>
        <translation>heißt nicht nach einer Veröffentlichung</translation>
    </message>
    <message>
        <source>not called a release, as others are</source>
        <translation>heißt nicht nach einer Veröffentlichung, wie andere es tun</translation>
    </message>
    <message>
        <source>%1 is for the same platform</source>
        <translation>%1 ist für dieselbe Plattform</translation>
    </message>
    <message>
        <source>Nix does not answer here</source>
        <translation>Nix antwortet hier nicht</translation>
    </message>
    <message>
        <source>builds %1</source>
        <translation>baut %1</translation>
    </message>
    <message>
        <source>probe it first: its systems are not known</source>
        <translation>erst prüfen: Seine Systeme sind nicht bekannt</translation>
    </message>
    <message>
        <source>none is configured</source>
        <translation>keiner ist eingerichtet</translation>
    </message>
    <message>
        <source>Nix does not trust this user</source>
        <translation>Nix vertraut diesem Benutzer nicht</translation>
    </message>
    <message>
        <source>build %1</source>
        <translation>bauen %1</translation>
    </message>
    <message>
        <source>the target is being built</source>
        <translation>das Ziel wird gerade gebaut</translation>
    </message>
    <message>
        <source>Nix was not asked yet.</source>
        <translation>Nix wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>Needs %1; this machine builds %2. Adopt a finished archive, build it on another machine, or leave it out of this release.</source>
        <translation>Braucht %1; dieser Rechner baut %2. Ein fertiges Archiv übernehmen, auf einem anderen Rechner bauen, oder in dieser Veröffentlichung auslassen.</translation>
    </message>
    <message>
        <source>Needs %1; %2 builds %3. Choose another place for it.</source>
        <translation>Braucht %1; %2 baut %3. Dafür einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Needs %1; Nix has no builder of its own for it that it would heed us about. Choose another place for it.</source>
        <translation>Braucht %1; Nix hat dafür keinen eigenen Builder, bei dem es auf diesen Benutzer hörte. Dafür einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Asking the flake</source>
        <translation>Flake wird gefragt</translation>
    </message>
    <message>
        <source>not run yet: it builds what it checks</source>
        <translation>noch nicht ausgeführt: Es baut, was es prüft</translation>
    </message>
    <message>
        <source>%1 came with %2 bytes, but the release says %3. Try again.</source>
        <translation>%1 kam mit %2 Bytes an, aber die Veröffentlichung sagt %3. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 is not what the release says: its SHA-256 is %2, expected %3. Try again; where it stays so, somebody changed it on the way.</source>
        <translation>%1 ist nicht, was die Veröffentlichung sagt: Sein SHA-256 ist %2, erwartet wurde %3. Noch einmal versuchen; bleibt es so, hat es jemand unterwegs geändert.</translation>
    </message>
    <message>
        <source>%1 is longer than the %2 bytes that the release says.</source>
        <translation>%1 ist länger als die %2 Bytes, die die Veröffentlichung sagt.</translation>
    </message>
    <message>
        <source>%1 has no published release of the tag %2. See its releases page for the tags.</source>
        <translation>%1 hat keine Veröffentlichung mit dem Tag %2. Die Tags stehen auf der Seite der Veröffentlichungen.</translation>
    </message>
    <message>
        <source>The release %1 has no archive of %2 (%3).</source>
        <translation>Die Veröffentlichung %1 hat kein Archiv von %2 (%3).</translation>
    </message>
    <message>
        <source>%1 has no published release before %2, so there is nothing to compare with.</source>
        <translation>%1 hat keine Veröffentlichung vor %2, also gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>None of the %1 releases before %2 has an archive of %3 (%4). Name another with its tag.</source>
        <translation>Keine der %1 Veröffentlichungen vor %2 hat ein Archiv von %3 (%4). Eine andere mit ihrem Tag nennen.</translation>
    </message>
    <message>
        <source>Could not make the folder %1. Make it writable, or name another with --state-dir.</source>
        <translation>Der Ordner %1 konnte nicht angelegt werden. Ihn beschreibbar machen, oder mit --state-dir einen anderen nennen.</translation>
    </message>
    <message>
        <source>The checkout in %1 changes while it is read. Wait until the program that writes there has ended, then check again.</source>
        <translation>Der Checkout in %1 ändert sich beim Lesen. Warten, bis das Programm, das dort schreibt, fertig ist, dann noch einmal prüfen.</translation>
    </message>
    <message>
        <source>Evaluating or building the flake</source>
        <translation>Das Flake auszuwerten oder zu bauen</translation>
    </message>
    <message>
        <source>It is not known which repository this is. Set `repository` in unmoor.toml, or add a git remote.</source>
        <translation>Es ist nicht bekannt, welches Repository das ist. `repository` in unmoor.toml setzen, oder ein git-Remote hinzufügen.</translation>
    </message>
    <message>
        <source>The git remote is at %1, and releases go to %2: nobody was asked about a project of that name there. Where this project has a repository at %2, too, name it in unmoor.toml: repository = &quot;owner/name&quot;.</source>
        <translation>Das git-Remote ist bei %1, und Veröffentlichungen gehen zu %2: Dort wurde niemand nach einem Projekt dieses Namens gefragt. Hat dieses Projekt auch bei %2 ein Repository, es in unmoor.toml nennen: repository = &quot;owner/name&quot;.</translation>
    </message>
    <message>
        <source>Evaluating the version, %1,</source>
        <translation>Die Version auszuwerten, %1,</translation>
    </message>
    <message>
        <source>Nothing was built of %1 yet.</source>
        <translation>Von %1 wurde noch nichts gebaut.</translation>
    </message>
    <message>
        <source>%1 with uncommitted changes</source>
        <translation>%1 mit nicht committeten Änderungen</translation>
    </message>
    <message>
        <source>unmoor.toml cannot be read any more: %1</source>
        <translation>unmoor.toml kann nicht mehr gelesen werden: %1</translation>
    </message>
    <message>
        <source>unmoor.toml has 1 target more: </source>
        <translation>unmoor.toml hat 1 Ziel mehr: </translation>
    </message>
    <message>
        <source>unmoor.toml has %1 targets more: </source>
        <translation>unmoor.toml hat %1 Ziele mehr: </translation>
    </message>
    <message>
        <source>unmoor.toml has 1 target less: </source>
        <translation>unmoor.toml hat 1 Ziel weniger: </translation>
    </message>
    <message>
        <source>unmoor.toml has %1 targets less: </source>
        <translation>unmoor.toml hat %1 Ziele weniger: </translation>
    </message>
    <message>
        <source>unmoor.toml was edited.</source>
        <translation>unmoor.toml wurde bearbeitet.</translation>
    </message>
    <message>
        <source>no branch</source>
        <translation>kein Branch</translation>
    </message>
    <message>
        <source>The checkout is at %1 (%2) and was at %3.</source>
        <translation>Der Checkout ist bei %1 (%2) und war bei %3.</translation>
    </message>
    <message>
        <source>The checkout is on %1 now.</source>
        <translation>Der Checkout ist jetzt auf %1.</translation>
    </message>
    <message>
        <source>The git remotes are others.</source>
        <translation>Die git-Remotes sind andere.</translation>
    </message>
    <message>
        <source>Nothing is uncommitted any more.</source>
        <translation>Nichts ist mehr uncommittet.</translation>
    </message>
    <message>
        <source>Uncommitted now: %1.</source>
        <translation>Jetzt nicht committet: %1.</translation>
    </message>
    <message>
        <source>New tags: %1.</source>
        <translation>Neue Tags: %1.</translation>
    </message>
    <message>
        <source>Tags that are gone: %1.</source>
        <translation>Verschwundene Tags: %1.</translation>
    </message>
    <message>
        <source>unmoor.toml, the changelog or the lock file was edited.</source>
        <translation>unmoor.toml, das Changelog oder die Sperrdatei wurde bearbeitet.</translation>
    </message>
    <message>
        <source>The checkout cannot be read any more: %1</source>
        <translation>Der Checkout kann nicht mehr gelesen werden: %1</translation>
    </message>
    <message>
        <source>There is no flake.nix in %1; the one in %2 is proposed.</source>
        <translation>In %1 ist keine flake.nix; die in %2 wird vorgeschlagen.</translation>
    </message>
    <message>
        <source>There are others, in %1: change the key flake where one of them is meant.</source>
        <translation>Es gibt weitere, in %1: den Schlüssel flake ändern, wo eine davon gemeint ist.</translation>
    </message>
    <message>
        <source>%1 is at the top of the checkout, and unmoor.toml can name files below its own folder alone. Run &apos;unmoor init&apos; in %2 instead: it finds the flake in %3.</source>
        <translation>%1 liegt oben im Checkout, und unmoor.toml kann nur Dateien unter dem eigenen Ordner nennen. Stattdessen &apos;unmoor init&apos; in %2 ausführen: Es findet das Flake in %3.</translation>
    </message>
    <message>
        <source>What is proposed is what %1 says.</source>
        <translation>Vorgeschlagen wird, was %1 sagt.</translation>
    </message>
    <message>
        <source>Evaluating the flake</source>
        <translation>Das Flake auszuwerten</translation>
    </message>
    <message>
        <source>%1 is there by now, and nothing was written. Open the project to see it.</source>
        <translation>%1 ist inzwischen da, und nichts wurde geschrieben. Das Projekt öffnen, um es zu sehen.</translation>
    </message>
    <message>
        <source>Could not write %1: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>no tags</source>
        <translation>keine Tags</translation>
    </message>
    <message>
        <source>1 tag</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 tags</source>
        <translation>%1 Tags</translation>
    </message>
    <message>
        <source>A repository without a commit. Commit first.</source>
        <translation>Ein Repository ohne Commit. Erst committen.</translation>
    </message>
    <message>
        <source>%1 at %2, %3</source>
        <translation>%1 bei %2, %3</translation>
    </message>
    <message>
        <source>%1 has no packages to build</source>
        <translation>%1 hat keine packages zum Bauen</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>1 output</source>
        <translation>1 Ausgabe</translation>
    </message>
    <message>
        <source>%1 outputs</source>
        <translation>%1 Ausgaben</translation>
    </message>
    <message>
        <source>%1 proposed</source>
        <translation>%1 vorgeschlagen</translation>
    </message>
    <message>
        <source>Nothing tells one: no attribute, file or tag</source>
        <translation>Nichts nennt eine: kein Attribut, keine Datei, kein Tag</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, aus %2</translation>
    </message>
    <message>
        <source>None. Release notes come out of one: write it</source>
        <translation>Keines. Die Versionshinweise kommen daraus: es schreiben</translation>
    </message>
    <message>
        <source>%1 has none yet</source>
        <translation>%1 hat noch keine</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>%1 What is proposed is what %2 says.</source>
        <translation>%1 Vorgeschlagen wird, was %2 sagt.</translation>
    </message>
    <message>
        <source>Checkout</source>
        <translation>Checkout</translation>
    </message>
    <message>
        <source>Flake</source>
        <translation>Flake</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Changelog</source>
        <translation>Changelog</translation>
    </message>
    <message>
        <source>Last release</source>
        <translation>Letzte Veröffentlichung</translation>
    </message>
    <message>
        <source>Asking git</source>
        <translation>git wird gefragt</translation>
    </message>
    <message>
        <source>Looking for the version</source>
        <translation>Die Version wird gesucht</translation>
    </message>
    <message>
        <source>Looking for the changelog</source>
        <translation>Das Changelog wird gesucht</translation>
    </message>
    <message>
        <source>Asking the host for the last release</source>
        <translation>Der Host wird nach der letzten Veröffentlichung gefragt</translation>
    </message>
    <message>
        <source>Built again: every file is the same, but the archive around them differs.</source>
        <translation>Noch einmal gebaut: Jede Datei ist gleich, aber das Archiv darum weicht ab.</translation>
    </message>
    <message>
        <source>Built again: %1 of %2 files differ.</source>
        <translation>Noch einmal gebaut: %1 von %2 Dateien weichen ab.</translation>
    </message>
    <message>
        <source>Only an archive that was built from the flake can be built again and compared. Build %1 first.</source>
        <translation>Nur ein aus dem Flake gebautes Archiv kann noch einmal gebaut und verglichen werden. Erst %1 bauen.</translation>
    </message>
    <message>
        <source>%1 was built on %2. Only what this machine built can be built again here and compared.</source>
        <translation>%1 wurde auf %2 gebaut. Hier kann nur noch einmal gebaut und verglichen werden, was dieser Rechner gebaut hat.</translation>
    </message>
    <message>
        <source>Built again: identical.</source>
        <translation>Noch einmal gebaut: gleich.</translation>
    </message>
    <message>
        <source>Building again was canceled.</source>
        <translation>Das erneute Bauen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Building again failed: %1 %2</source>
        <translation>Das erneute Bauen ist gescheitert: %1 %2</translation>
    </message>
    <message>
        <source>Built again: it differs.</source>
        <translation>Noch einmal gebaut: Es weicht ab.</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>%1 built</source>
        <translation>%1 gebaut</translation>
    </message>
    <message>
        <source>%1 was there already</source>
        <translation>%1 war schon da</translation>
    </message>
    <message>
        <source>Finished archive adopted for %1</source>
        <translation>Fertiges Archiv für %1 übernommen</translation>
    </message>
    <message>
        <source>Adopted archive of %1 let go of</source>
        <translation>Übernommenes Archiv von %1 losgelassen</translation>
    </message>
    <message>
        <source>Build of %1 failed</source>
        <translation>Build von %1 gescheitert</translation>
    </message>
    <message>
        <source>Build of %1 canceled</source>
        <translation>Build von %1 abgebrochen</translation>
    </message>
    <message>
        <source>%1 left out of the release</source>
        <translation>%1 in der Veröffentlichung ausgelassen</translation>
    </message>
    <message>
        <source>%1 taken back in</source>
        <translation>%1 wieder aufgenommen</translation>
    </message>
    <message>
        <source>Build of %1 begun</source>
        <translation>Build von %1 begonnen</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%1 von %2 Schritten getan</translation>
    </message>
    <message>
        <source>Published and verified</source>
        <translation>Veröffentlicht und bestätigt</translation>
    </message>
    <message>
        <source>Left as a draft</source>
        <translation>Als Entwurf belassen</translation>
    </message>
    <message>
        <source>Publishing canceled</source>
        <translation>Veröffentlichen abgebrochen</translation>
    </message>
    <message>
        <source>Publishing stopped</source>
        <translation>Veröffentlichen angehalten</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Accepted %1 in %2 of %3</source>
        <translation>%1 in %2 von %3 akzeptiert</translation>
    </message>
    <message>
        <source>%1 is on the host, verified</source>
        <translation>%1 ist auf dem Host, bestätigt</translation>
    </message>
    <message>
        <source>Build again</source>
        <translation>Noch einmal bauen</translation>
    </message>
    <message>
        <source>The steps that have finished are kept.</source>
        <translation>Die fertigen Schritte bleiben erhalten.</translation>
    </message>
    <message>
        <source>Apply edit to %1</source>
        <translation>Änderung an %1 anwenden</translation>
    </message>
    <message>
        <source>Writes what is shown above, then builds again.</source>
        <translation>Schreibt, was oben steht, und baut dann noch einmal.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>In the editor that VISUAL or EDITOR names, else in the desktop&apos;s own.</source>
        <translation>Im Editor, den VISUAL oder EDITOR nennt, sonst in dem des Desktops.</translation>
    </message>
    <message>
        <source>Free space in History</source>
        <translation>Im Verlauf Platz schaffen</translation>
    </message>
    <message>
        <source>Lets go of results that no release needs any more.</source>
        <translation>Lässt Ergebnisse los, die keine Veröffentlichung mehr braucht.</translation>
    </message>
    <message>
        <source>Copy both hashes</source>
        <translation>Beide Hashes kopieren</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Build on %1</source>
        <translation>Auf %1 bauen</translation>
    </message>
    <message>
        <source>From now on, and now.</source>
        <translation>Von jetzt an, und jetzt.</translation>
    </message>
    <message>
        <source>Set up a machine…</source>
        <translation>Rechner einrichten …</translation>
    </message>
    <message>
        <source>One that builds for the system and answers over SSH.</source>
        <translation>Einen, der für das System baut und über SSH antwortet.</translation>
    </message>
    <message>
        <source>Show whole log</source>
        <translation>Ganzes Protokoll anzeigen</translation>
    </message>
    <message>
        <source>Of %1, as Nix keeps it.</source>
        <translation>Von %1, wie Nix es behält.</translation>
    </message>
    <message>
        <source>The edit must be committed before it can be published.</source>
        <translation>Die Änderung muss vor dem Veröffentlichen committet werden.</translation>
    </message>
    <message>
        <source>The edit must be committed before %1 can be published.</source>
        <translation>Die Änderung muss committet werden, bevor %1 veröffentlicht werden kann.</translation>
    </message>
    <message>
        <source>%1 arrived with another hash. Either upstream replaced the file, or %2 is stale. Verify upstream first, before you accept the new one.</source>
        <translation>%1 kam mit einem anderen Hash an. Entweder wurde die Datei an der Quelle ersetzt, oder %2 ist veraltet. Erst an der Quelle prüfen, bevor der neue angenommen wird.</translation>
    </message>
    <message>
        <source>%1 arrived with another hash. Either upstream replaced the file, or the old hash is stale. It is written in %2 places, and which of them is meant is not clear.</source>
        <translation>%1 kam mit einem anderen Hash an. Entweder wurde die Datei an der Quelle ersetzt, oder der alte Hash ist veraltet. Er steht an %2 Stellen, und welche gemeint ist, ist nicht klar.</translation>
    </message>
    <message>
        <source>Verify upstream first. Then put the new hash where it belongs and build again.</source>
        <translation>Erst an der Quelle prüfen. Dann den neuen Hash eintragen, wo er hingehört, und noch einmal bauen.</translation>
    </message>
    <message>
        <source>in %1 places</source>
        <translation>an %1 Stellen</translation>
    </message>
    <message>
        <source>%1 arrived with another hash. The old one is in no file of this checkout: it may be an input&apos;s, or put together by the flake.</source>
        <translation>%1 kam mit einem anderen Hash an. Der alte steht in keiner Datei dieses Checkouts: Er gehört vielleicht einer Eingabe, oder das Flake setzt ihn zusammen.</translation>
    </message>
    <message>
        <source>Verify upstream first. Then put the new hash where the old one comes from.</source>
        <translation>Erst an der Quelle prüfen. Dann den neuen Hash eintragen, woher der alte kommt.</translation>
    </message>
    <message>
        <source>not in this checkout</source>
        <translation>nicht in diesem Checkout</translation>
    </message>
    <message>
        <source>Open upstream release</source>
        <translation>Veröffentlichung der Quelle öffnen</translation>
    </message>
    <message>
        <source>Open upstream page</source>
        <translation>Seite der Quelle öffnen</translation>
    </message>
    <message>
        <source>Mend the place that names it, then build again.</source>
        <translation>Die Stelle berichtigen, die sie nennt, dann noch einmal bauen.</translation>
    </message>
    <message>
        <source>It is not in the checkout either: add it, or mend the place that names it.</source>
        <translation>Sie ist auch nicht im Checkout: hinzufügen, oder die Stelle berichtigen, die sie nennt.</translation>
    </message>
    <message>
        <source>%1 is there, but git does not track it, and Nix sees only what git tracks.</source>
        <translation>%1 ist da, aber git verfolgt sie nicht, und Nix sieht nur, was git verfolgt.</translation>
    </message>
    <message>
        <source>Add %1 to git</source>
        <translation>%1 zu git hinzufügen</translation>
    </message>
    <message>
        <source>git add --intent-to-add: what is in it is for you to commit. Then builds again.</source>
        <translation>git add --intent-to-add: Den Inhalt zu committen bleibt zu tun. Baut dann noch einmal.</translation>
    </message>
    <message>
        <source>The file must be committed before it can be published.</source>
        <translation>Die Datei muss vor dem Veröffentlichen committet werden.</translation>
    </message>
    <message>
        <source>The file must be committed before %1 can be published.</source>
        <translation>Die Datei muss committet werden, bevor %1 veröffentlicht werden kann.</translation>
    </message>
    <message>
        <source>Nix does not find %1, which is there: git may ignore it, or it came just now.</source>
        <translation>Nix findet %1 nicht, obwohl es da ist: git ignoriert es vielleicht, oder es kam gerade erst.</translation>
    </message>
    <message>
        <source>If git ignores it on purpose, the flake cannot read it. Else add it by force.</source>
        <translation>Ignoriert git es mit Absicht, kann das Flake es nicht lesen. Sonst mit Gewalt hinzufügen (git add -f).</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Ist „%1“ gemeint?</translation>
    </message>
    <message>
        <source>Compare the fingerprints…</source>
        <translation>Fingerabdrücke vergleichen …</translation>
    </message>
    <message>
        <source>Show the fingerprint…</source>
        <translation>Fingerabdruck anzeigen …</translation>
    </message>
    <message>
        <source>Open the machine&apos;s settings…</source>
        <translation>Einstellungen des Rechners öffnen …</translation>
    </message>
    <message>
        <source>Test the machine…</source>
        <translation>Rechner prüfen …</translation>
    </message>
    <message>
        <source>Show what nix flake lock changes</source>
        <translation>Zeigen, was nix flake lock ändert</translation>
    </message>
    <message>
        <source>Asks Nix for the inputs; flake.lock stays as it is.</source>
        <translation>Fragt Nix nach den Eingaben; flake.lock bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Switch “%1” on for Unmoor&apos;s runs</source>
        <translation>„%1“ für die Läufe von Unmoor einschalten</translation>
    </message>
    <message>
        <source>Kept in Settings; nix.conf stays as it is. Then builds again.</source>
        <translation>Steht in den Einstellungen; nix.conf bleibt, wie es ist. Baut dann noch einmal.</translation>
    </message>
    <message>
        <source>Copy failure</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>This is what nix flake lock makes of it.</source>
        <translation>Das macht nix flake lock daraus.</translation>
    </message>
    <message>
        <source>%1 are free in /nix/store on %2.</source>
        <translation>%1 sind in /nix/store auf %2 frei.</translation>
    </message>
    <message>
        <source>git could not add %1: %2</source>
        <translation>git konnte %1 nicht hinzufügen: %2</translation>
    </message>
    <message>
        <source>Nix collected its garbage.</source>
        <translation>Nix hat seinen Müll eingesammelt.</translation>
    </message>
    <message>
        <source>%1 is dropped in unmoor.toml.</source>
        <translation>%1 ist in unmoor.toml eingestellt.</translation>
    </message>
    <message>
        <source>No finished archive was adopted for %1, so there is none to let go of.</source>
        <translation>Für %1 wurde kein fertiges Archiv übernommen, also gibt es keines loszulassen.</translation>
    </message>
    <message>
        <source>Built as version %1; the version is %2 now.</source>
        <translation>Als Version %1 gebaut; die Version ist jetzt %2.</translation>
    </message>
    <message>
        <source>Built from %1; the checkout is at %2.</source>
        <translation>Aus %1 gebaut; der Checkout ist bei %2.</translation>
    </message>
    <message>
        <source>unmoor.toml has no target %1 (any more).</source>
        <translation>unmoor.toml hat kein Ziel %1 (mehr).</translation>
    </message>
    <message>
        <source>The settings %1 cannot be read. Mend the file, or move it away to begin with the defaults.</source>
        <translation>Die Einstellungen %1 können nicht gelesen werden. Die Datei berichtigen, oder beiseitelegen, um mit den Vorgaben zu beginnen.</translation>
    </message>
    <message>
        <source>The settings %1 need a temporary file, which cannot be written: %2. Make room in the folder for temporary files.</source>
        <translation>Die Einstellungen %1 brauchen eine temporäre Datei, die nicht geschrieben werden kann: %2. Im Ordner für temporäre Dateien Platz schaffen.</translation>
    </message>
    <message>
        <source>A machine needs a name of letters, digits, dots and hyphens, such as mac-mini.</source>
        <translation>Ein Rechner braucht einen Namen aus Buchstaben, Ziffern, Punkten und Bindestrichen, etwa mac-mini.</translation>
    </message>
    <message>
        <source>No machine can be called %1: that word means another place. Choose another name.</source>
        <translation>Kein Rechner kann %1 heißen: Dieses Wort meint einen anderen Ort. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is a machine called %1 already. Choose another name.</source>
        <translation>Es gibt schon einen Rechner namens %1. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>%1 needs an address that ssh can connect to: a host name, an IP address or an alias of ~/.ssh/config, without user and port.</source>
        <translation>%1 braucht eine Adresse, zu der ssh verbinden kann: einen Hostnamen, eine IP-Adresse oder einen Alias aus ~/.ssh/config, ohne Benutzer und Port.</translation>
    </message>
    <message>
        <source>%1 is no user name that ssh can sign in with.</source>
        <translation>%1 ist kein Benutzername, mit dem ssh sich anmelden kann.</translation>
    </message>
    <message>
        <source>The port of %1 must be between 1 and 65535.</source>
        <translation>Der Port von %1 muss zwischen 1 und 65535 liegen.</translation>
    </message>
    <message>
        <source>There is no machine called %1: none is set up. Add it in Settings, or with unmoor host add NAME USER@ADDRESS.</source>
        <translation>Es gibt keinen Rechner namens %1: Keiner ist eingerichtet. Ihn in den Einstellungen hinzufügen, oder mit unmoor host add NAME BENUTZER@ADRESSE.</translation>
    </message>
    <message>
        <source>There is no machine called %1. There are: %2.</source>
        <translation>Es gibt keinen Rechner namens %1. Es gibt: %2.</translation>
    </message>
    <message>
        <source>%1 could not be deleted: %2. Make its folder writable, then delete the logs again.</source>
        <translation>%1 konnte nicht gelöscht werden: %2. Den Ordner beschreibbar machen, dann die Protokolle noch einmal löschen.</translation>
    </message>
    <message>
        <source>%1 runs code that the project brings along, and nobody has said here that its checkout is trusted. If you trust who made it, say so in the window, or run: unmoor trust add %2</source>
        <translation>%1 führt Code aus, den das Projekt mitbringt, und niemand hat hier gesagt, dass seinem Checkout vertraut wird. Wird dem vertraut, der ihn gemacht hat, das im Fenster sagen, oder ausführen: unmoor trust add %2</translation>
    </message>
    <message>
        <source>Archives (*.tar *.tar.xz *.tar.gz *.tgz *.tar.zst *.tar.bz2 *.tar.lz4 *.tar.lz *.tar.lzma *.tar.Z *.zip)</source>
        <translation>Archive (*.tar *.tar.xz *.tar.gz *.tgz *.tar.zst *.tar.bz2 *.tar.lz4 *.tar.lz *.tar.lzma *.tar.Z *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>(empty: the current folder)</source>
        <translation>(leer: der aktuelle Ordner)</translation>
    </message>
    <message>
        <source>and %L1 more</source>
        <translation>und %L1 weitere</translation>
    </message>
    <message>
        <source>no PIE</source>
        <translation>kein PIE</translation>
    </message>
    <message>
        <source>no RELRO</source>
        <translation>kein RELRO</translation>
    </message>
    <message>
        <source>full RELRO</source>
        <translation>volles RELRO</translation>
    </message>
    <message>
        <source>partial RELRO</source>
        <translation>teilweises RELRO</translation>
    </message>
    <message>
        <source>executable stack</source>
        <translation>ausführbarer Stapel</translation>
    </message>
    <message>
        <source>text relocations</source>
        <translation>Textrelokationen</translation>
    </message>
    <message>
        <source>stripped</source>
        <translation>ohne Symbole</translation>
    </message>
    <message>
        <source>with debug information</source>
        <translation>mit Debug-Informationen</translation>
    </message>
    <message>
        <source>not stripped</source>
        <translation>mit Symbolen</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>object or other</source>
        <translation>Objekt oder anderes</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source> big-endian</source>
        <translation> Big-Endian</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>%1, static</source>
        <translation>%1, statisch</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>braucht %1</translation>
    </message>
    <message>
        <source>needs GLIBCXX %1</source>
        <translation>braucht GLIBCXX %1</translation>
    </message>
    <message>
        <source>Hardening</source>
        <translation>Härtung</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>ad hoc, by the linker</source>
        <translation>ad hoc, vom Linker</translation>
    </message>
    <message>
        <source>with a certificate</source>
        <translation>mit einem Zertifikat</translation>
    </message>
    <message>
        <source>there, but not read</source>
        <translation>da, aber nicht gelesen</translation>
    </message>
    <message>
        <source>hardened runtime</source>
        <translation>gehärtete Laufzeit</translation>
    </message>
    <message>
        <source>the bytes were changed after signing</source>
        <translation>die Bytes wurden nach dem Signieren geändert</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>Install name</source>
        <translation>Install name</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Mach-O, universal</source>
        <translation>Mach-O, universell</translation>
    </message>
    <message>
        <source>ASLR, high entropy</source>
        <translation>ASLR, hohe Entropie</translation>
    </message>
    <message>
        <source>no ASLR</source>
        <translation>kein ASLR</translation>
    </message>
    <message>
        <source>no NX</source>
        <translation>kein NX</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation>Subsystem</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>1 DLL</source>
        <translation>1 DLL</translation>
    </message>
    <message>
        <source>%1 DLLs</source>
        <translation>%1 DLLs</translation>
    </message>
    <message>
        <source>At first use</source>
        <translation>Bei erster Benutzung</translation>
    </message>
    <message>
        <source>there, not verified</source>
        <translation>da, nicht bestätigt</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Schaden</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>only its two ends: it is larger than what is held in memory</source>
        <translation>nur die beiden Enden: Es ist größer, als im Speicher gehalten wird</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
    <message>
        <source>Needed by %1</source>
        <translation>Gebraucht von %1</translation>
    </message>
    <message>
        <source>Looked in %1</source>
        <translation>Gesucht in %1</translation>
    </message>
    <message>
        <source>in the archive</source>
        <translation>im Archiv</translation>
    </message>
    <message>
        <source>part of every system</source>
        <translation>Teil jedes Systems</translation>
    </message>
    <message>
        <source>found nowhere</source>
        <translation>nirgends gefunden</translation>
    </message>
    <message>
        <source>in the archive, out of reach</source>
        <translation>im Archiv, nicht erreichbar</translation>
    </message>
    <message>
        <source>by an unsafe path</source>
        <translation>über einen unsicheren Pfad</translation>
    </message>
    <message>
        <source>not there, not needed to start</source>
        <translation>nicht da, zum Starten nicht nötig</translation>
    </message>
    <message>
        <source>looked in %1</source>
        <translation>gesucht in %1</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>ist %1</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>weniger als %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>fort</translation>
    </message>
    <message>
        <source>other content, same size</source>
        <translation>anderer Inhalt, gleiche Größe</translation>
    </message>
    <message>
        <source>other content</source>
        <translation>anderer Inhalt</translation>
    </message>
    <message>
        <source>%L1 added</source>
        <translation>%L1 hinzugefügt</translation>
    </message>
    <message>
        <source>%L1 removed</source>
        <translation>%L1 entfernt</translation>
    </message>
    <message>
        <source>%L1 renamed</source>
        <translation>%L1 umbenannt</translation>
    </message>
    <message>
        <source>%L1 changed</source>
        <translation>%L1 geändert</translation>
    </message>
    <message>
        <source>%L1 same</source>
        <translation>%L1 gleich</translation>
    </message>
    <message>
        <source>Both are empty</source>
        <translation>Beide sind leer</translation>
    </message>
    <message>
        <source>How it finds its libraries</source>
        <translation>Wie es seine Bibliotheken findet</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Paths of /nix/store in it</source>
        <translation>Pfade in /nix/store darin</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>TOML</source>
        <translation>TOML</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>style sheet</source>
        <translation>Stilvorlage</translation>
    </message>
    <message>
        <source>JavaScript</source>
        <translation>JavaScript</translation>
    </message>
    <message>
        <source>shell script</source>
        <translation>Shell-Skript</translation>
    </message>
    <message>
        <source>PowerShell</source>
        <translation>PowerShell</translation>
    </message>
    <message>
        <source>batch file</source>
        <translation>Batchdatei</translation>
    </message>
    <message>
        <source>static library</source>
        <translation>statische Bibliothek</translation>
    </message>
    <message>
        <source>header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>pkg-config file</source>
        <translation>pkg-config-Datei</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>menu entry</source>
        <translation>Menüeintrag</translation>
    </message>
    <message>
        <source>systemd unit</source>
        <translation>systemd-Unit</translation>
    </message>
    <message>
        <source>manual page</source>
        <translation>Handbuchseite</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python-Skript</translation>
    </message>
    <message>
        <source>Perl script</source>
        <translation>Perl-Skript</translation>
    </message>
    <message>
        <source>Ruby script</source>
        <translation>Ruby-Skript</translation>
    </message>
    <message>
        <source>script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Nix build environment</source>
        <translation>Nix-Build-Umgebung</translation>
    </message>
    <message>
        <source>program or script</source>
        <translation>Programm oder Skript</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>zu %1</translation>
    </message>
    <message>
        <source>same file as %1</source>
        <translation>dieselbe Datei wie %1</translation>
    </message>
    <message>
        <source>device, pipe or socket</source>
        <translation>Gerät, Pipe oder Socket</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>akzeptiert</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>Akzeptiert: %1</translation>
    </message>
    <message>
        <source>Accepted: %1 (%2)</source>
        <translation>Akzeptiert: %1 (%2)</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>symbolic link</source>
        <translation>symbolischer Link</translation>
    </message>
    <message>
        <source>hard link</source>
        <translation>harter Link</translation>
    </message>
    <message>
        <source>Link to</source>
        <translation>Link zu</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 Bytes)</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>cannot be built</source>
        <translation>kann nicht gebaut werden</translation>
    </message>
    <message>
        <source>to be built, %1</source>
        <translation>zu bauen, %1</translation>
    </message>
    <message>
        <source>to be built</source>
        <translation>zu bauen</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>%1, longer than usual</source>
        <translation>%1, länger als sonst</translation>
    </message>
    <message>
        <source>built in %1</source>
        <translation>gebaut in %1</translation>
    </message>
    <message>
        <source>was there already, nothing had to be built</source>
        <translation>war schon da, nichts war zu bauen</translation>
    </message>
    <message>
        <source>a finished archive from elsewhere</source>
        <translation>ein fertiges Archiv von anderswo</translation>
    </message>
    <message>
        <source>build failed after %1</source>
        <translation>Build nach %1 gescheitert</translation>
    </message>
    <message>
        <source>build failed</source>
        <translation>Build gescheitert</translation>
    </message>
    <message>
        <source>canceled after %1</source>
        <translation>nach %1 abgebrochen</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>ausgelassen: %1</translation>
    </message>
    <message>
        <source>&amp;Build 1 failed target again</source>
        <translation>1 gescheitertes Ziel noch einmal &amp;bauen</translation>
    </message>
    <message>
        <source>&amp;Build %1 failed targets again</source>
        <translation>%1 gescheiterte Ziele noch einmal &amp;bauen</translation>
    </message>
    <message>
        <source>&amp;Build 1 canceled target again</source>
        <translation>1 abgebrochenes Ziel noch einmal &amp;bauen</translation>
    </message>
    <message>
        <source>&amp;Build %1 canceled targets again</source>
        <translation>%1 abgebrochene Ziele noch einmal &amp;bauen</translation>
    </message>
    <message>
        <source>&amp;Build %1 targets again</source>
        <translation>%1 Ziele noch einmal &amp;bauen</translation>
    </message>
    <message>
        <source>&amp;Build 1 target</source>
        <translation>1 Ziel &amp;bauen</translation>
    </message>
    <message>
        <source>&amp;Build %1 targets</source>
        <translation>%1 Ziele &amp;bauen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>The build was interrupted</source>
        <translation>Der Build wurde unterbrochen</translation>
    </message>
    <message>
        <source>A download is not what the flake expects</source>
        <translation>Ein Download ist nicht, was das Flake erwartet</translation>
    </message>
    <message>
        <source>flake.lock is out of date</source>
        <translation>flake.lock ist veraltet</translation>
    </message>
    <message>
        <source>The flake has no such output</source>
        <translation>Das Flake hat keine solche Ausgabe</translation>
    </message>
    <message>
        <source>A feature of Nix is switched off</source>
        <translation>Ein Merkmal von Nix ist ausgeschaltet</translation>
    </message>
    <message>
        <source>Evaluating the flake would build something</source>
        <translation>Das Flake auszuwerten würde etwas bauen</translation>
    </message>
    <message>
        <source>A file is not known to git</source>
        <translation>git kennt eine Datei nicht</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>The build host shows another key</source>
        <translation>Der bauende Rechner zeigt einen anderen Schlüssel</translation>
    </message>
    <message>
        <source>The build host is not known yet</source>
        <translation>Der bauende Rechner ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>The build host refused the key</source>
        <translation>Der bauende Rechner lehnte den Schlüssel ab</translation>
    </message>
    <message>
        <source>The build host does not answer</source>
        <translation>Der bauende Rechner antwortet nicht</translation>
    </message>
    <message>
        <source>The build host has no Nix</source>
        <translation>Der bauende Rechner hat kein Nix</translation>
    </message>
    <message>
        <source>The connection was lost</source>
        <translation>Die Verbindung ging verloren</translation>
    </message>
    <message>
        <source>Nothing builds for this system</source>
        <translation>Nichts baut für dieses System</translation>
    </message>
    <message>
        <source>A path is not signed by a trusted key</source>
        <translation>Ein Pfad ist nicht mit einem vertrauten Schlüssel signiert</translation>
    </message>
    <message>
        <source>A step took too long</source>
        <translation>Ein Schritt dauerte zu lange</translation>
    </message>
    <message>
        <source>A step wrote too much output</source>
        <translation>Ein Schritt schrieb zu viel Ausgabe</translation>
    </message>
    <message>
        <source>A step was killed</source>
        <translation>Ein Schritt wurde abgewürgt</translation>
    </message>
    <message>
        <source>A step gave another result than before</source>
        <translation>Ein Schritt ergab etwas anderes als zuvor</translation>
    </message>
    <message>
        <source>The post-build hook failed</source>
        <translation>Der post-build-hook ist gescheitert</translation>
    </message>
    <message>
        <source>A step left no output</source>
        <translation>Ein Schritt hinterließ keine Ausgabe</translation>
    </message>
    <message>
        <source>The Nix daemon does not answer</source>
        <translation>Der Nix-Daemon antwortet nicht</translation>
    </message>
    <message>
        <source>git does not trust the folder&apos;s owner</source>
        <translation>git vertraut dem Besitzer des Ordners nicht</translation>
    </message>
    <message>
        <source>A step failed</source>
        <translation>Ein Schritt ist gescheitert</translation>
    </message>
    <message>
        <source>The flake could not be evaluated</source>
        <translation>Das Flake konnte nicht ausgewertet werden</translation>
    </message>
    <message>
        <source>Nix is not installed</source>
        <translation>Nix ist nicht installiert</translation>
    </message>
    <message>
        <source>The build failed</source>
        <translation>Der Build ist gescheitert</translation>
    </message>
    <message>
        <source>Lines: %L1, errors: %L2, warnings: %L3</source>
        <translation>Zeilen: %L1, Fehler: %L2, Warnungen: %L3</translation>
    </message>
    <message>
        <source> … %L1 more characters; copying takes them all</source>
        <translation> … noch %L1 Zeichen; das Kopieren nimmt sie alle</translation>
    </message>
    <message>
        <source>%1: %2 of %3 targets failed</source>
        <translation>%1: %2 von %3 Zielen gescheitert</translation>
    </message>
    <message>
        <source>1 target is built</source>
        <translation>1 Ziel ist gebaut</translation>
    </message>
    <message>
        <source>%1 targets are built</source>
        <translation>%1 Ziele sind gebaut</translation>
    </message>
    <message>
        <source>%1, after %2.</source>
        <translation>%1, nach %2.</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>im Cache</translation>
    </message>
    <message>
        <source>%1 warm %2</source>
        <translation>%1 warm %2</translation>
    </message>
    <message>
        <source>%1 cold %2</source>
        <translation>%1 kalt %2</translation>
    </message>
    <message>
        <source>%1 failed after %2</source>
        <translation>%1 nach %2 gescheitert</translation>
    </message>
    <message>
        <source>%1 nothing</source>
        <translation>%1 nichts</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>warm median %1</source>
        <translation>warm Median %1</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>%1: as usual</source>
        <translation>%1: wie sonst</translation>
    </message>
    <message>
        <source>%1: %2 % faster</source>
        <translation>%1: %2 % schneller</translation>
    </message>
    <message>
        <source>%1: %2 % slower</source>
        <translation>%1: %2 % langsamer</translation>
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
        <source>verified</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>draft to finish</source>
        <translation>Entwurf zu vollenden</translation>
    </message>
    <message>
        <source>built</source>
        <translation>gebaut</translation>
    </message>
    <message>
        <source>adopted</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>let go of</source>
        <translation>losgelassen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>taken back in</source>
        <translation>wieder aufgenommen</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>%1 (%2%3 %)</source>
        <translation>%1 (%2%3 %)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Digest of the host</source>
        <translation>Prüfsumme des Hosts</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Archive, or why there is none</source>
        <translation>Archiv, oder warum es keines gibt</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>replaced by another commit</source>
        <translation>durch einen anderen Commit ersetzt</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>nicht veröffentlicht</translation>
    </message>
    <message>
        <source>The build of %1 stops. What is finished of it stays.</source>
        <translation>Der Build von %1 wird angehalten. Was davon fertig ist, bleibt.</translation>
    </message>
    <message>
        <source>The build of %1 stops, and %2 starts over next time. What is finished of it stays.</source>
        <translation>Der Build von %1 wird angehalten, und %2 beginnt nächstes Mal von vorn. Was davon fertig ist, bleibt.</translation>
    </message>
    <message>
        <source>Publishing %1 stops. What is on the host stays, and the next start goes on from there.</source>
        <translation>Das Veröffentlichen von %1 wird angehalten. Was auf dem Host ist, bleibt, und der nächste Start geht von dort weiter.</translation>
    </message>
    <message>
        <source>What is being read is read again at the next start.</source>
        <translation>Was gerade gelesen wird, wird beim nächsten Start noch einmal gelesen.</translation>
    </message>
    <message>
        <source>Kept for later, they stand in the notes again when the project is opened next.</source>
        <translation>Für später behalten, stehen sie wieder in den Hinweisen, wenn das Projekt nächstes Mal geöffnet wird.</translation>
    </message>
    <message>
        <source>They cannot be kept for later: what is not saved now is lost.</source>
        <translation>Sie können nicht für später behalten werden: Was jetzt nicht gespeichert wird, ist verloren.</translation>
    </message>
    <message>
        <source>Close Unmoor</source>
        <translation>Unmoor schließen</translation>
    </message>
    <message>
        <source>The notes in %1 have unsaved changes.</source>
        <translation>Die Hinweise in %1 haben ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Work is still running.</source>
        <translation>Es läuft noch etwas.</translation>
    </message>
    <message>
        <source>&amp;Save and close</source>
        <translation>&amp;Speichern und schließen</translation>
    </message>
    <message>
        <source>&amp;Keep for later</source>
        <translation>Für später &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Anhalten und schließen</translation>
    </message>
    <message>
        <source>&amp;Go on writing</source>
        <translation>&amp;Weiterschreiben</translation>
    </message>
    <message>
        <source>&amp;Keep open</source>
        <translation>&amp;Offen lassen</translation>
    </message>
    <message>
        <source>Look at the &amp;archives</source>
        <translation>Die &amp;Archive ansehen</translation>
    </message>
    <message>
        <source>Go on to the &amp;notes</source>
        <translation>Weiter zu den &amp;Hinweisen</translation>
    </message>
    <message>
        <source>Go on to &amp;publish</source>
        <translation>Weiter zum &amp;Veröffentlichen</translation>
    </message>
    <message>
        <source>Show it in the &amp;history</source>
        <translation>Im &amp;Verlauf anzeigen</translation>
    </message>
    <message>
        <source>%1 runs without a sign of life.</source>
        <translation>%1 läuft ohne Lebenszeichen.</translation>
    </message>
    <message>
        <source>1 result is no longer kept.</source>
        <translation>1 Ergebnis wird nicht mehr behalten.</translation>
    </message>
    <message>
        <source>%1 results are no longer kept.</source>
        <translation>%1 Ergebnisse werden nicht mehr behalten.</translation>
    </message>
    <message>
        <source>nix store gc can reclaim up to %1.</source>
        <translation>nix store gc kann bis zu %1 zurückgewinnen.</translation>
    </message>
    <message>
        <source>Nix says: %1</source>
        <translation>Nix sagt: %1</translation>
    </message>
    <message>
        <source>The garbage was not collected: %1</source>
        <translation>Der Müll wurde nicht eingesammelt: %1</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>keine Probleme</translation>
    </message>
    <message>
        <source>1 warning  F8</source>
        <translation>1 Warnung  F8</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings  F8</source>
        <translation>
            <numerusform>%n Warnung  F8</numerusform>
            <numerusform>%n Warnungen  F8</numerusform>
        </translation>
    </message>
    <message>
        <source>1 problem  F8</source>
        <translation>1 Problem  F8</translation>
    </message>
    <message numerus="yes">
        <source>%n problems  F8</source>
        <translation>
            <numerusform>%n Problem  F8</numerusform>
            <numerusform>%n Probleme  F8</numerusform>
        </translation>
    </message>
    <message>
        <source>checking</source>
        <translation>prüft</translation>
    </message>
    <message>
        <source>checked before a change</source>
        <translation>vor einer Änderung geprüft</translation>
    </message>
    <message>
        <source>%1 of %2 gates failed</source>
        <translation>%1 von %2 Bedingungen nicht erfüllt</translation>
    </message>
    <message>
        <source>%1 of %2 gates skipped</source>
        <translation>%1 von %2 Bedingungen übersprungen</translation>
    </message>
    <message>
        <source>%1 gates passed</source>
        <translation>%1 Bedingungen erfüllt</translation>
    </message>
    <message>
        <source>%1 failed, %2 running</source>
        <translation>%1 gescheitert, %2 laufen</translation>
    </message>
    <message>
        <source>%1 running, %2 without a sign of life</source>
        <translation>%1 laufen, %2 ohne Lebenszeichen</translation>
    </message>
    <message>
        <source>%1 of %2 done, %3 running</source>
        <translation>%1 von %2 getan, %3 laufen</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 von %2 gescheitert</translation>
    </message>
    <message>
        <source>%1 of %2 of uncommitted changes</source>
        <translation>%1 von %2 mit nicht committeten Änderungen</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 getan</translation>
    </message>
    <message>
        <source>1 cannot be built here</source>
        <translation>1 kann hier nicht gebaut werden</translation>
    </message>
    <message>
        <source>%1 cannot be built here</source>
        <translation>%1 können hier nicht gebaut werden</translation>
    </message>
    <message>
        <source>1 target to build</source>
        <translation>1 Ziel zu bauen</translation>
    </message>
    <message>
        <source>%1 targets to build</source>
        <translation>%1 Ziele zu bauen</translation>
    </message>
    <message>
        <source>reading 1 archive</source>
        <translation>liest 1 Archiv</translation>
    </message>
    <message>
        <source>reading %1 archives</source>
        <translation>liest %1 Archive</translation>
    </message>
    <message>
        <source>1 has errors</source>
        <translation>1 hat Fehler</translation>
    </message>
    <message>
        <source>%1 have errors</source>
        <translation>%1 haben Fehler</translation>
    </message>
    <message>
        <source>1 has warnings</source>
        <translation>1 hat Warnungen</translation>
    </message>
    <message>
        <source>%1 have warnings</source>
        <translation>%1 haben Warnungen</translation>
    </message>
    <message>
        <source>%1 of %2 checked</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>%1 of %2 present</source>
        <translation>%1 von %2 vorhanden</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>edited, not saved</source>
        <translation>bearbeitet, nicht gespeichert</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 Warnungen</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>ready, 1 line</source>
        <translation>bereit, 1 Zeile</translation>
    </message>
    <message>
        <source>ready, %1 lines</source>
        <translation>bereit, %1 Zeilen</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>publishing</source>
        <translation>veröffentlicht gerade</translation>
    </message>
    <message>
        <source>complete, verified</source>
        <translation>vollständig, bestätigt</translation>
    </message>
    <message>
        <source>blocked on the host</source>
        <translation>auf dem Host blockiert</translation>
    </message>
    <message>
        <source>blocked by Plan</source>
        <translation>durch den Plan blockiert</translation>
    </message>
    <message>
        <source>waits for 1 archive</source>
        <translation>wartet auf 1 Archiv</translation>
    </message>
    <message>
        <source>waits for %1 archives</source>
        <translation>wartet auf %1 Archive</translation>
    </message>
    <message>
        <source>blocked by Archives</source>
        <translation>durch Archive blockiert</translation>
    </message>
    <message>
        <source>blocked by Notes</source>
        <translation>durch Hinweise blockiert</translation>
    </message>
    <message>
        <source>needs a sign-in</source>
        <translation>braucht eine Anmeldung</translation>
    </message>
    <message>
        <source>published, not complete</source>
        <translation>veröffentlicht, nicht vollständig</translation>
    </message>
    <message>
        <source>1 release</source>
        <translation>1 Veröffentlichung</translation>
    </message>
    <message>
        <source>%1 releases</source>
        <translation>%1 Veröffentlichungen</translation>
    </message>
    <message>
        <source>Checked %1 at %2.</source>
        <translation>Geprüft %1 bei %2.</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>release</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>Rechner</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>nothing to build</source>
        <translation>nichts zu bauen</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>kalt</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>building</source>
        <translation>baut</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>longer than usual</source>
        <translation>länger als sonst</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>cannot be built here</source>
        <translation>kann hier nicht gebaut werden</translation>
    </message>
    <message>
        <source>needs %1: adopt, build elsewhere or leave out</source>
        <translation>braucht %1: übernehmen, anderswo bauen oder auslassen</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>upload</source>
        <translation>Upload</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>its upload stopped half-way</source>
        <translation>der Upload brach halbwegs ab</translation>
    </message>
    <message>
        <source>different</source>
        <translation>abweichend</translation>
    </message>
    <message>
        <source>not the archive built here</source>
        <translation>nicht das hier gebaute Archiv</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>unbestätigt</translation>
    </message>
    <message>
        <source>the host gave no digest</source>
        <translation>der Host gab keine Prüfsumme</translation>
    </message>
    <message>
        <source>not part of this release</source>
        <translation>nicht Teil dieser Veröffentlichung</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>lädt hoch</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n to build</source>
        <translation>
            <numerusform>%n zu bauen</numerusform>
            <numerusform>%n zu bauen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fetch</source>
        <translation>
            <numerusform>%n zu laden</numerusform>
            <numerusform>%n zu laden</numerusform>
        </translation>
    </message>
    <message>
        <source>no history</source>
        <translation>ohne Erfahrung</translation>
    </message>
    <message>
        <source>other revision</source>
        <translation>andere Revision</translation>
    </message>
    <message>
        <source>uncommitted</source>
        <translation>uncommittet</translation>
    </message>
    <message>
        <source>built from changes that are in no commit</source>
        <translation>aus Änderungen gebaut, die in keinem Commit sind</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>for its turn</source>
        <translation>bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>%1 builds it</source>
        <translation>%1 baut es</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>goes on by itself</source>
        <translation>geht von selbst weiter</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>of this release, by choice</source>
        <translation>in dieser Veröffentlichung, mit Absicht</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>Ausgelassen:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>(no line)</source>
        <translation>(keine Zeile)</translation>
    </message>
    <message>
        <source>GitHub leaves out %1.</source>
        <translation>GitHub lässt %1 weg.</translation>
    </message>
    <message>
        <source>Nothing here builds %1. Adopt a finished archive, set up a builder for it in Nix, or leave the target out of this release.</source>
        <translation>Hier baut nichts %1. Ein fertiges Archiv übernehmen, in Nix einen Builder dafür einrichten, oder das Ziel in dieser Veröffentlichung auslassen.</translation>
    </message>
    <message>
        <source>It stays a draft that users cannot see.</source>
        <translation>Es bleibt ein Entwurf, den Benutzer nicht sehen.</translation>
    </message>
    <message>
        <source>Users can see it as soon as every file is verified.</source>
        <translation>Benutzer sehen es, sobald jede Datei bestätigt ist.</translation>
    </message>
    <message>
        <source>the rehearsal&apos;s host on this machine; nothing leaves it</source>
        <translation>der Host des Probelaufs auf diesem Rechner; nichts verlässt ihn</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, als %2</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>the latest release</source>
        <translation>die neueste Veröffentlichung</translation>
    </message>
    <message>
        <source>a release, not the latest one</source>
        <translation>eine Veröffentlichung, nicht die neueste</translation>
    </message>
    <message>
        <source>a draft: users cannot see it</source>
        <translation>ein Entwurf: Benutzer sehen ihn nicht</translation>
    </message>
    <message>
        <source>%1, published</source>
        <translation>%1, veröffentlicht</translation>
    </message>
    <message>
        <source>%1, a draft</source>
        <translation>%1, ein Entwurf</translation>
    </message>
    <message>
        <source>not latest</source>
        <translation>nicht neueste</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <translation>%1: %2, %3, %4</translation>
    </message>
    <message>
        <source>1 archive</source>
        <translation>1 Archiv</translation>
    </message>
    <message>
        <source>%1 archives</source>
        <translation>%1 Archive</translation>
    </message>
    <message>
        <source>1 checksum</source>
        <translation>1 Prüfsumme</translation>
    </message>
    <message>
        <source>%1 checksums</source>
        <translation>%1 Prüfsummen</translation>
    </message>
    <message>
        <source>verified, %1</source>
        <translation>bestätigt, %1</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>a broken upload, %1</source>
        <translation>ein abgebrochener Upload, %1</translation>
    </message>
    <message>
        <source>another file of this name, %1</source>
        <translation>eine andere Datei dieses Namens, %1</translation>
    </message>
    <message>
        <source>there, %1, no digest given</source>
        <translation>da, %1, ohne Prüfsumme</translation>
    </message>
    <message>
        <source>there, %1, not part of this release</source>
        <translation>da, %1, nicht Teil dieser Veröffentlichung</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt, wie es ist</translation>
    </message>
    <message>
        <source>%1, sha256 %2…</source>
        <translation>%1, sha256 %2…</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>for this session only</source>
        <translation>nur für diese Sitzung</translation>
    </message>
    <message>
        <source>from the environment</source>
        <translation>aus der Umgebung</translation>
    </message>
    <message>
        <source>%1 is no system that Nix knows by name. Write them as in aarch64-darwin, or leave the field empty: the probe finds out.</source>
        <translation>%1 ist kein System, das Nix kennt. Wie aarch64-darwin schreiben, oder das Feld leer lassen: Die Prüfung findet es heraus.</translation>
    </message>
    <message>
        <source>1 core</source>
        <translation>1 Kern</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 Kerne</translation>
    </message>
    <message>
        <source>asking Nix</source>
        <translation>Nix wird gefragt</translation>
    </message>
    <message>
        <source>no Nix</source>
        <translation>kein Nix</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1, %2 ms</source>
        <translation>%1, %2 ms</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>&amp;Look at the key…</source>
        <translation>&amp;Schlüssel ansehen …</translation>
    </message>
    <message>
        <source>&amp;Compare keys…</source>
        <translation>Schlüssel &amp;vergleichen …</translation>
    </message>
    <message>
        <source>&amp;Use this Nix</source>
        <translation>Dieses Nix &amp;verwenden</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>Name nicht gefunden</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>host key changed</source>
        <translation>Hostschlüssel geändert</translation>
    </message>
    <message>
        <source>host key unknown</source>
        <translation>Hostschlüssel unbekannt</translation>
    </message>
    <message>
        <source>host key</source>
        <translation>Hostschlüssel</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>store does not answer</source>
        <translation>Store antwortet nicht</translation>
    </message>
    <message>
        <source>systems not known</source>
        <translation>Systeme nicht bekannt</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>The address of %1 cannot be found</source>
        <translation>Die Adresse von %1 ist nicht zu finden</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>%1 shows a different host key than before</source>
        <translation>%1 zeigt einen anderen Hostschlüssel als bisher</translation>
    </message>
    <message>
        <source>%1 is not known yet</source>
        <translation>%1 ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>The host key of %1 is not settled</source>
        <translation>Der Hostschlüssel von %1 ist nicht geklärt</translation>
    </message>
    <message>
        <source>%1 does not accept your key</source>
        <translation>%1 nimmt den Schlüssel nicht an</translation>
    </message>
    <message>
        <source>Nix was not found on %1</source>
        <translation>Auf %1 wurde kein Nix gefunden</translation>
    </message>
    <message>
        <source>The Nix store of %1 does not answer</source>
        <translation>Der Nix-Store von %1 antwortet nicht</translation>
    </message>
    <message>
        <source>What %1 builds is not known</source>
        <translation>Was %1 baut, ist nicht bekannt</translation>
    </message>
    <message>
        <source>The disk of %1 has no room</source>
        <translation>Der Datenträger von %1 hat keinen Platz</translation>
    </message>
    <message>
        <source>known  %1   now  %2</source>
        <translation>bekannt  %1   jetzt  %2</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 ist bereit</translation>
    </message>
    <message>
        <source>not probed yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>%1 was not probed yet</source>
        <translation>%1 wurde noch nicht geprüft</translation>
    </message>
    <message>
        <source>A probe connects and asks; it changes nothing there.</source>
        <translation>Eine Prüfung verbindet sich und fragt; sie ändert dort nichts.</translation>
    </message>
    <message>
        <source>%1 was ready when it was probed last</source>
        <translation>%1 war bei der letzten Prüfung bereit</translation>
    </message>
    <message>
        <source>probing</source>
        <translation>prüft</translation>
    </message>
    <message>
        <source>Probing %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Connects and asks; changes nothing there.</source>
        <translation>Verbindet sich und fragt; ändert dort nichts.</translation>
    </message>
    <message>
        <source>1 log</source>
        <translation>1 Protokoll</translation>
    </message>
    <message>
        <source>%1 logs</source>
        <translation>%1 Protokolle</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>getan</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nothing was opened</source>
        <translation>Nichts wurde geöffnet</translation>
    </message>
    <message>
        <source>No program of this desktop opens this file or folder.</source>
        <translation>Kein Programm dieses Desktops öffnet diese Datei oder diesen Ordner.</translation>
    </message>
    <message>
        <source>No browser of this desktop opens this page.</source>
        <translation>Kein Browser dieses Desktops öffnet diese Seite.</translation>
    </message>
    <message>
        <source>&amp;Copy the path</source>
        <translation>Pfad &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>The link was not opened</source>
        <translation>Der Link wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Open this page in the browser?</source>
        <translation>Diese Seite im Browser öffnen?</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Could not save %1. Make sure that the folder can be written and that the disk has room.</source>
        <translation>%1 konnte nicht gespeichert werden. Sicherstellen, dass der Ordner beschreibbar ist und der Datenträger Platz hat.</translation>
    </message>
    <message>
        <source>Draft: on GitHub, only you would see this page.</source>
        <translation>Entwurf: Auf GitHub wäre diese Seite für andere unsichtbar.</translation>
    </message>
    <message>
        <source>Pre-release</source>
        <translation>Vorabversion</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>The rehearsal&apos;s state is not readable: %1. Remove its folder to begin anew.</source>
        <translation>Der Stand des Probelaufs ist nicht lesbar: %1. Seinen Ordner entfernen, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>“%1” is not a repository. Write it as owner/name.</source>
        <translation>„%1“ ist kein Repository. Es als owner/name schreiben.</translation>
    </message>
    <message>
        <source>“%1” cannot be pushed to “%2”: give a name and a commit of 40 hex digits.</source>
        <translation>„%1“ kann nicht nach „%2“ gepusht werden: einen Namen und einen Commit aus 40 hexadezimalen Ziffern angeben.</translation>
    </message>
    <message>
        <source>The rehearsal&apos;s folder %1 could not be made. Choose another one, or free some space.</source>
        <translation>Der Ordner des Probelaufs %1 konnte nicht angelegt werden. Einen anderen wählen, oder Platz schaffen.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Free some space, or choose another folder.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Platz schaffen, oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Clean checkout</source>
        <translation>Sauberer Checkout</translation>
    </message>
    <message>
        <source>Commit is on GitHub</source>
        <translation>Commit ist auf GitHub</translation>
    </message>
    <message>
        <source>Tag is free</source>
        <translation>Tag ist frei</translation>
    </message>
    <message>
        <source>Lock file</source>
        <translation>Sperrdatei</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>Files of the checkout</source>
        <translation>Dateien des Checkouts</translation>
    </message>
    <message>
        <source>Container image</source>
        <translation>Container-Abbild</translation>
    </message>
    <message>
        <source>The changelog has no section for %1.</source>
        <translation>Das Changelog hat keinen Abschnitt für %1.</translation>
    </message>
    <message>
        <source>The changelog has several sections for %1.</source>
        <translation>Das Changelog hat mehrere Abschnitte für %1.</translation>
    </message>
    <message>
        <source>The heading of %1 says &quot;%2&quot; in the middle. Take it out by hand.</source>
        <translation>Die Überschrift von %1 hat mittendrin „%2“. Es von Hand herausnehmen.</translation>
    </message>
    <message>
        <source>No target in unmoor.toml has a [target.actions], so none comes out of GitHub Actions.</source>
        <translation>Kein Ziel in unmoor.toml hat ein [target.actions], also kommt keines aus GitHub Actions.</translation>
    </message>
    <message>
        <source>--adopt-run takes the number of a run, as &apos;unmoor runs&apos; lists them, not &quot;%1&quot;.</source>
        <translation>--adopt-run nimmt die Nummer eines Laufs, wie &apos;unmoor runs&apos; sie auflistet, nicht „%1“.</translation>
    </message>
    <message>
        <source>--adopt-run takes what GitHub Actions built. It does not go with --on %1.</source>
        <translation>--adopt-run nimmt, was GitHub Actions gebaut hat. Es geht nicht zusammen mit --on %1.</translation>
    </message>
    <message>
        <source>The machine to build on: one of &apos;unmoor host list&apos;, &quot;this&quot;, &quot;builders&quot; for Nix&apos;s own, or &quot;actions&quot; for GitHub Actions.</source>
        <translation>Der Rechner, auf dem gebaut wird: einer aus &apos;unmoor host list&apos;, &quot;this&quot;, &quot;builders&quot; für die von Nix selbst, oder &quot;actions&quot; für GitHub Actions.</translation>
    </message>
    <message>
        <source>Take what this run of GitHub Actions built.</source>
        <translation>Nehmen, was dieser Lauf von GitHub Actions gebaut hat.</translation>
    </message>
    <message>
        <source>%1 Once it is merged, go on: unmoor prepare --push
</source>
        <translation>%1 Nach dem Merge fortfahren: unmoor prepare --push
</translation>
    </message>
    <message>
        <source>Push it and open a pull request? Type yes:</source>
        <translation>Ihn pushen und einen Pull Request öffnen? yes eingeben:</translation>
    </message>
    <message>
        <source>%1 was pushed, so it is not changed here.</source>
        <translation>%1 wurde gepusht und wird darum hier nicht geändert.</translation>
    </message>
    <message>
        <source>Nothing is prepared here: unmoor prepare</source>
        <translation>Hier ist nichts vorbereitet: unmoor prepare</translation>
    </message>
    <message>
        <source>Use one of --dry-run, --push, --pull-request, --continue and --undo.</source>
        <translation>Eines von --dry-run, --push, --pull-request, --continue und --undo verwenden.</translation>
    </message>
    <message>
        <source>Push the commit as a branch and open a pull request, where the branch is protected.</source>
        <translation>Den Commit als Branch pushen und einen Pull Request öffnen, wo der Branch geschützt ist.</translation>
    </message>
    <message>
        <source>Go on with what was interrupted.</source>
        <translation>Unterbrochenes fortsetzen.</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source> (attempt %1)</source>
        <translation> (Versuch %1)</translation>
    </message>
    <message>
        <source>    artifact %1, %2, %3
</source>
        <translation>    Artefakt %1, %2, %3
</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>aufbewahrt</translation>
    </message>
    <message>
        <source>GitHub Actions has no run for the commit %1 of %2.
</source>
        <translation>GitHub Actions hat keinen Lauf für den Commit %1 von %2.
</translation>
    </message>
    <message>
        <source>%1 of %2 runs are shown.
</source>
        <translation>%1 von %2 Läufen werden gezeigt.
</translation>
    </message>
    <message>
        <source>Nix built %1 derivations and copied %2 paths</source>
        <translation>Nix baute %1 Derivationen und kopierte %2 Pfade</translation>
    </message>
    <message>
        <source>first error: %1</source>
        <translation>erster Fehler: %1</translation>
    </message>
    <message>
        <source>Could not read %1: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>GitHub has the log of a job once it has ended, and none of one that was canceled or skipped. Until then, &apos;unmoor runs&apos; shows its steps.</source>
        <translation>GitHub hat das Protokoll eines Jobs, sobald er zu Ende ist, und keines von einem abgebrochenen oder übersprungenen. Bis dahin zeigt &apos;unmoor runs&apos; seine Schritte.</translation>
    </message>
    <message>
        <source>The repository has no commit yet, so there are no runs.</source>
        <translation>Das Repository hat noch keinen Commit, also gibt es keine Läufe.</translation>
    </message>
    <message>
        <source>There is no tag %1 here. Fetch it: git fetch --tags</source>
        <translation>Es gibt hier keinen Tag %1. Ihn holen: git fetch --tags</translation>
    </message>
    <message>
        <source>It is not known which repository this is. Name it in unmoor.toml: repository = &quot;owner/name&quot;.</source>
        <translation>Es ist nicht bekannt, welches Repository dies ist. Es in unmoor.toml nennen: repository = &quot;owner/name&quot;.</translation>
    </message>
    <message>
        <source>--log takes the number of a job, as &apos;unmoor runs --json&apos; has it, not &quot;%1&quot;.</source>
        <translation>--log nimmt die Nummer eines Jobs, wie &apos;unmoor runs --json&apos; sie hat, nicht „%1“.</translation>
    </message>
    <message>
        <source>--log shows one job. It does not go with --tag and --watch.</source>
        <translation>--log zeigt einen Job. Es geht nicht zusammen mit --tag und --watch.</translation>
    </message>
    <message>
        <source>show what GitHub Actions made of the commit, and wait for it</source>
        <translation>zeigen, was GitHub Actions aus dem Commit gemacht hat, und darauf warten</translation>
    </message>
    <message>
        <source>Print the log of this job, and how much of it was cached.</source>
        <translation>Das Protokoll dieses Jobs ausgeben, und wie viel davon aus dem Cache kam.</translation>
    </message>
    <message>
        <source>The tag whose runs are meant, instead of the commit&apos;s.</source>
        <translation>Der Tag, um dessen Läufe es geht, statt um die des Commits.</translation>
    </message>
    <message>
        <source>Wait until all runs have ended, and say what changes.</source>
        <translation>Warten, bis alle Läufe zu Ende sind, und sagen, was sich ändert.</translation>
    </message>
    <message>
        <source>  nothing to do
</source>
        <translation>  nichts zu tun
</translation>
    </message>
    <message>
        <source>  to do    %1: %2
</source>
        <translation>  zu tun   %1: %2
</translation>
    </message>
    <message>
        <source>The notice:
%1
</source>
        <translation>Der Warnhinweis:
%1
</translation>
    </message>
    <message>
        <source>  note     %1
</source>
        <translation>  Hinweis  %1
</translation>
    </message>
    <message>
        <source>  blocked  %1
</source>
        <translation>  gesperrt %1
</translation>
    </message>
    <message>
        <source>Put %1 back? Type yes:</source>
        <translation>%1 wiederherstellen? yes eingeben:</translation>
    </message>
    <message>
        <source>Do this with %1? Type yes:</source>
        <translation>Dies mit %1 tun? yes eingeben:</translation>
    </message>
    <message>
        <source>done: %1
</source>
        <translation>erledigt: %1
</translation>
    </message>
    <message>
        <source>Use one of --to-draft, --tidy and --restore.</source>
        <translation>Eines von --to-draft, --tidy und --restore verwenden.</translation>
    </message>
    <message>
        <source>--reason goes into the notice, which --to-draft, --tidy and --restore do not write.</source>
        <translation>--reason kommt in den Warnhinweis, den --to-draft, --tidy und --restore nicht schreiben.</translation>
    </message>
    <message>
        <source>take a published release back without deleting what users have</source>
        <translation>eine Veröffentlichung zurücknehmen, ohne zu löschen, was Benutzer haben</translation>
    </message>
    <message>
        <source>Turn it back into a draft, with all its files.</source>
        <translation>Die Veröffentlichung wieder zum Entwurf machen, mit allen Dateien.</translation>
    </message>
    <message>
        <source>Delete second drafts and broken uploads.</source>
        <translation>Zweite Entwürfe und abgebrochene Uploads löschen.</translation>
    </message>
    <message>
        <source>Put back a release that was demoted.</source>
        <translation>Eine zurückgestufte Veröffentlichung wiederherstellen.</translation>
    </message>
    <message>
        <source>What the notice says of why; Markdown.</source>
        <translation>Was der Warnhinweis über den Grund sagt; Markdown.</translation>
    </message>
    <message>
        <source>Print the plan, change nothing.</source>
        <translation>Den Plan ausgeben, nichts ändern.</translation>
    </message>
    <message>
        <source>There are no workflows in .github/workflows.
</source>
        <translation>In .github/workflows sind keine Workflows.
</translation>
    </message>
    <message>
        <source>The version is not known, so nothing is compared with it: %1</source>
        <translation>Die Version ist nicht bekannt, also wird nichts mit ihr verglichen: %1</translation>
    </message>
    <message>
        <source>check the workflow files of GitHub Actions for what breaks a release</source>
        <translation>die Workflow-Dateien von GitHub Actions auf das prüfen, was eine Veröffentlichung scheitern lässt</translation>
    </message>
    <message>
        <source>%1: %2 of %3 came. Try again.</source>
        <translation>%1: %2 von %3 kamen an. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>the answer has no list &quot;%1&quot;</source>
        <translation>die Antwort hat keine Liste „%1“</translation>
    </message>
    <message>
        <source>Nothing is prepared that a pull request could bring.</source>
        <translation>Nichts ist vorbereitet, was ein Pull Request bringen könnte.</translation>
    </message>
    <message>
        <source>The branch %1 was not pushed</source>
        <translation>Der Branch %1 wurde nicht gepusht</translation>
    </message>
    <message>
        <source>The pull request is not merged yet: %1</source>
        <translation>Der Pull Request ist noch nicht gemergt: %1</translation>
    </message>
    <message>
        <source>The pull request was closed without a merge: %1. Open it again there, or take the release apart with git.</source>
        <translation>Der Pull Request wurde ohne Merge geschlossen: %1. Ihn dort wieder öffnen, oder die Veröffentlichung mit git auseinandernehmen.</translation>
    </message>
    <message>
        <source>Pull request %1: %2</source>
        <translation>Pull Request %1: %2</translation>
    </message>
    <message>
        <source>%1 could not be fetched</source>
        <translation>%1 konnte nicht geholt werden</translation>
    </message>
    <message>
        <source>The commit is not in what was merged</source>
        <translation>Der Commit ist nicht in dem, was gemergt wurde</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>What was merged, %1, says something else in %2 than what was prepared. Look at it, and tag it with git where it is right.</source>
        <translation>Was gemergt wurde, %1, sagt in %2 etwas anderes, als vorbereitet war. Es ansehen, und mit git dort den Tag setzen, wo es stimmt.</translation>
    </message>
    <message>
        <source>The tag was not moved</source>
        <translation>Der Tag wurde nicht versetzt</translation>
    </message>
    <message>
        <source>The branch was not brought to what was merged</source>
        <translation>Der Branch wurde nicht auf den Stand des Merge gebracht</translation>
    </message>
    <message>
        <source>The tag was not pushed</source>
        <translation>Der Tag wurde nicht gepusht</translation>
    </message>
    <message>
        <source>It is in a pull request: %1</source>
        <translation>Es ist in einem Pull Request: %1</translation>
    </message>
    <message>
        <source>There is no commit of %1 that lacks its tag.</source>
        <translation>Es gibt keinen Commit von %1, dem der Tag fehlt.</translation>
    </message>
    <message>
        <source> The remote protects this branch or tag. Let the commit be merged by a pull request: unmoor prepare --pull-request</source>
        <translation> Das Remote schützt diesen Branch oder Tag. Den Commit mit einem Pull Request mergen lassen: unmoor prepare --pull-request</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Patch</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>%1, a pre-release: latest stays where it is</source>
        <translation>%1, eine Vorabversion: latest bleibt, wo es ist</translation>
    </message>
    <message>
        <source>%1, shown as the latest release</source>
        <translation>%1, als neueste Veröffentlichung gezeigt</translation>
    </message>
    <message>
        <source>%1, not shown as the latest release</source>
        <translation>%1, nicht als neueste Veröffentlichung gezeigt</translation>
    </message>
    <message>
        <source>Preparing %1 was interrupted: its edits may stand in the files.</source>
        <translation>Das Vorbereiten von %1 wurde unterbrochen: Seine Änderungen stehen womöglich in den Dateien.</translation>
    </message>
    <message>
        <source>%1 is prepared at %2, and not pushed.</source>
        <translation>%1 ist bei %2 vorbereitet und nicht gepusht.</translation>
    </message>
    <message>
        <source>Preparing %1 was interrupted after the commit %2.</source>
        <translation>Das Vorbereiten von %1 wurde nach dem Commit %2 unterbrochen.</translation>
    </message>
    <message>
        <source>Once it is merged, go on: unmoor prepare --push</source>
        <translation>Nach dem Merge fortfahren: unmoor prepare --push</translation>
    </message>
    <message>
        <source>Push it: unmoor prepare --push, or take it back: unmoor prepare --undo</source>
        <translation>Pushen: unmoor prepare --push, oder zurücknehmen: unmoor prepare --undo</translation>
    </message>
    <message>
        <source>Go on: unmoor prepare --continue, or take it back: unmoor prepare --undo</source>
        <translation>Fortfahren: unmoor prepare --continue, oder zurücknehmen: unmoor prepare --undo</translation>
    </message>
    <message>
        <source>%1 must be the name of a file in .github/workflows, without folders.</source>
        <translation>%1 muss der Name einer Datei in .github/workflows sein, ohne Ordner.</translation>
    </message>
    <message>
        <source>%1 was taken back, and publishing changes nothing of it. Put it back first: unmoor withdraw --restore</source>
        <translation>%1 wurde zurückgenommen, und Veröffentlichen ändert daran nichts. Erst wiederherstellen: unmoor withdraw --restore</translation>
    </message>
    <message>
        <source>It was taken back</source>
        <translation>Sie wurde zurückgenommen</translation>
    </message>
    <message>
        <source>%1 was taken back. Release the fix: unmoor prepare --as patch. To put it back: unmoor withdraw %2 --restore</source>
        <translation>%1 wurde zurückgenommen. Die Korrektur veröffentlichen: unmoor prepare --as patch. Zum Wiederherstellen: unmoor withdraw %2 --restore</translation>
    </message>
    <message>
        <source>tag on GitHub, %1</source>
        <translation>Tag auf GitHub, %1</translation>
    </message>
    <message>
        <source>unmoor.toml wants a signed tag. %1 on GitHub: %2.</source>
        <translation>unmoor.toml verlangt einen signierten Tag. %1 auf GitHub: %2.</translation>
    </message>
    <message>
        <source>lightweight, not signed</source>
        <translation>einfach, nicht signiert</translation>
    </message>
    <message>
        <source>%1 has another draft, release %2 at %3. Nothing of it is needed: unmoor withdraw --tidy</source>
        <translation>%1 hat noch einen Entwurf, Veröffentlichung %2 bei %3. Nichts davon wird gebraucht: unmoor withdraw --tidy</translation>
    </message>
    <message>
        <source>Push tag %1, %2, at %3</source>
        <translation>Tag %1, %2, bei %3 pushen</translation>
    </message>
    <message>
        <source>It is git&apos;s own; GitHub itself would make one without a signature</source>
        <translation>Es ist der von git selbst; GitHub würde einen ohne Signatur anlegen</translation>
    </message>
    <message>
        <source>git&apos;s own tag is pushed before publishing</source>
        <translation>der Tag von git wird vor dem Veröffentlichen gepusht</translation>
    </message>
    <message>
        <source>annotated, not signed</source>
        <translation>annotiert, nicht signiert</translation>
    </message>
    <message>
        <source>signature verified</source>
        <translation>Signatur bestätigt</translation>
    </message>
    <message>
        <source>GitHub does not verify the signature: %1</source>
        <translation>GitHub bestätigt die Signatur nicht: %1</translation>
    </message>
    <message>
        <source>There is no remote to push the tag %1 to. Add one: git remote add origin URL</source>
        <translation>Es gibt kein Remote, zu dem der Tag %1 zu pushen wäre. Eines hinzufügen: git remote add origin URL</translation>
    </message>
    <message>
        <source>The tag %1 was not pushed</source>
        <translation>Der Tag %1 wurde nicht gepusht</translation>
    </message>
    <message>
        <source>The tag %1 was pushed, and GitHub does not show it. Does the remote of the checkout belong to %2?</source>
        <translation>Der Tag %1 wurde gepusht, und GitHub zeigt ihn nicht. Gehört das Remote des Checkouts zu %2?</translation>
    </message>
    <message>
        <source>tag = %1, %2</source>
        <translation>Tag = %1, %2</translation>
    </message>
    <message>
        <source>%1 has no run of %2 for the commit %3. Push the tag or the branch that starts it, or start it with: unmoor build --on actions</source>
        <translation>%1 hat keinen Lauf von %2 für den Commit %3. Den Tag oder Branch pushen, der ihn startet, oder ihn so starten: unmoor build --on actions</translation>
    </message>
    <message>
        <source>The checkout is on no branch, so %1 cannot be started for it. Push the tag, or check out a branch.</source>
        <translation>Der Checkout ist auf keinem Branch, also kann %1 dafür nicht gestartet werden. Den Tag pushen, oder einen Branch auschecken.</translation>
    </message>
    <message>
        <source>starts %1 at %2</source>
        <translation>startet %1 bei %2</translation>
    </message>
    <message>
        <source>run %1: %2</source>
        <translation>Lauf %1: %2</translation>
    </message>
    <message>
        <source>%1 was started, and no run of it for the commit %2 came: the branch is elsewhere on the host, or the run was deleted. Push the commit, then try again.</source>
        <translation>%1 wurde gestartet, und es kam kein Lauf für den Commit %2: Der Branch steht auf dem Host woanders, oder der Lauf wurde gelöscht. Den Commit pushen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>the artifact %1 is of an earlier attempt: the job ran again since</source>
        <translation>das Artefakt %1 stammt aus einem früheren Versuch: Der Job lief seither noch einmal</translation>
    </message>
    <message>
        <source>takes the newest of %1 artifacts called %2</source>
        <translation>nimmt das neueste von %1 Artefakten namens %2</translation>
    </message>
    <message>
        <source>downloads %1 of run %2, %3</source>
        <translation>lädt %1 von Lauf %2, %3</translation>
    </message>
    <message>
        <source>What came as the artifact %1 of run %2 has the SHA-256 %3, and GitHub says %4: nothing of it is used. Try again.</source>
        <translation>Was als Artefakt %1 von Lauf %2 kam, hat den SHA-256 %3, und GitHub sagt %4: Nichts davon wird verwendet. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>unmoor.toml does not say what of GitHub Actions %1 is. Give it a [target.actions] with `workflow` and `artifact`.</source>
        <translation>unmoor.toml sagt nicht, was von GitHub Actions %1 ist. Ihm ein [target.actions] mit `workflow` und `artifact` geben.</translation>
    </message>
    <message>
        <source>The checkout has uncommitted changes, which no run has built. Commit them, or build here.</source>
        <translation>Der Checkout hat uncommittete Änderungen, die kein Lauf gebaut hat. Committen, oder hier bauen.</translation>
    </message>
    <message>
        <source>Needs %1; this machine builds %2. Take it out of GitHub Actions (unmoor build --on actions), build it on another machine, or leave it out of this release.</source>
        <translation>Braucht %1; dieser Rechner baut %2. Es aus GitHub Actions nehmen (unmoor build --on actions), auf einem anderen Rechner bauen, oder in dieser Veröffentlichung auslassen.</translation>
    </message>
    <message>
        <source>Taken back: marked as a pre-release, with a notice</source>
        <translation>Zurückgenommen: als Vorabversion markiert, mit einem Warnhinweis</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Second drafts and broken uploads deleted</source>
        <translation>Zweite Entwürfe und abgebrochene Uploads gelöscht</translation>
    </message>
    <message>
        <source>A workflow is a file of at most %1 KiB.</source>
        <translation>Ein Workflow ist eine Datei von höchstens %1 KiB.</translation>
    </message>
    <message>
        <source>Run %1 (%2)</source>
        <translation>Lauf %1 (%2)</translation>
    </message>
    <message>
        <source>%1 kept no artifact &quot;%2&quot;. It kept: %3. Mend `artifact` in [target.actions].</source>
        <translation>%1 hat kein Artefakt „%2“ aufbewahrt, sondern: %3. `artifact` in [target.actions] berichtigen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names two artifacts of run %2: %3 and %4. Mend `artifact` in [target.actions].</source>
        <translation>„%1“ nennt zwei Artefakte von Lauf %2: %3 und %4. `artifact` in [target.actions] berichtigen.</translation>
    </message>
    <message>
        <source>The artifact %1 is of the commit %2, and this release is of %3.</source>
        <translation>Das Artefakt %1 ist vom Commit %2, und diese Veröffentlichung von %3.</translation>
    </message>
    <message>
        <source>The artifact %1 of run %2 expired on %3: GitHub does not have it any more. Run the workflow again, or build the target elsewhere.</source>
        <translation>Das Artefakt %1 von Lauf %2 ist am %3 abgelaufen: GitHub hat es nicht mehr. Den Workflow noch einmal ausführen, oder das Ziel anderswo bauen.</translation>
    </message>
    <message>
        <source>%1 built the commit %2, and this release is of %3: nothing is taken from it.</source>
        <translation>%1 hat den Commit %2 gebaut, und diese Veröffentlichung ist von %3: Nichts wird daraus genommen.</translation>
    </message>
    <message>
        <source>%1 is no run of %2, which [target.actions] names.</source>
        <translation>%1 ist kein Lauf von %2, den [target.actions] nennt.</translation>
    </message>
    <message>
        <source>%1 has no job &quot;%2&quot;. It has: %3. Mend `job` in [target.actions].</source>
        <translation>%1 hat keinen Job „%2“. Es gibt: %3. `job` in [target.actions] berichtigen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names several jobs of run %2: %3. Mend `job` in [target.actions].</source>
        <translation>„%1“ nennt mehrere Jobs von Lauf %2: %3. `job` in [target.actions] berichtigen.</translation>
    </message>
    <message>
        <source>The job &quot;%1&quot; of run %2 ended as %3. Run it again, or build the target elsewhere: %4</source>
        <translation>Der Job „%1“ von Lauf %2 endete mit %3. Ihn noch einmal ausführen, oder das Ziel anderswo bauen: %4</translation>
    </message>
    <message>
        <source>the cache was hit</source>
        <translation>Treffer im Cache</translation>
    </message>
    <message>
        <source>an older cache was taken</source>
        <translation>ein älterer Cache wurde genommen</translation>
    </message>
    <message>
        <source>there was no cache</source>
        <translation>es gab keinen Cache</translation>
    </message>
    <message>
        <source>the cache could not be taken</source>
        <translation>der Cache konnte nicht genommen werden</translation>
    </message>
    <message>
        <source>Taking the file out of the artifact was canceled.</source>
        <translation>Das Herausholen der Datei aus dem Artefakt wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 in the artifact is not of the %2 that it should be. Download it again.</source>
        <translation>%1 im Artefakt hat nicht die %2, die es haben soll. Es noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>Could not replace %1.</source>
        <translation>%1 konnte nicht ersetzt werden.</translation>
    </message>
    <message>
        <source>Could not move %1 to %2.</source>
        <translation>%1 konnte nicht nach %2 verschoben werden.</translation>
    </message>
    <message>
        <source>The artifact %1 is one file of that name, and %2 is wanted. Mend `member` in [target.actions].</source>
        <translation>Das Artefakt %1 ist eine einzelne Datei dieses Namens, und gewünscht ist %2. `member` in [target.actions] berichtigen.</translation>
    </message>
    <message>
        <source>The artifact %1 is no whole ZIP: %2. Download it again.</source>
        <translation>Das Artefakt %1 ist kein ganzes ZIP: %2. Es noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>The artifact %1 has no file %2. It has: %3. Mend `member` in [target.actions].</source>
        <translation>Das Artefakt %1 hat keine Datei %2. Es hat: %3. `member` in [target.actions] berichtigen.</translation>
    </message>
    <message>
        <source>%1 names several files of the artifact %2: %3 and %4. Mend `member` in [target.actions].</source>
        <translation>%1 nennt mehrere Dateien des Artefakts %2: %3 und %4. `member` in [target.actions] berichtigen.</translation>
    </message>
    <message>
        <source>%1 in the artifact %2 says that it is of %3.</source>
        <translation>%1 im Artefakt %2 gibt eine Größe von %3 an.</translation>
    </message>
    <message>
        <source>%1 in the artifact %2 is packed in a way that cannot be read.</source>
        <translation>%1 im Artefakt %2 ist auf eine Weise gepackt, die sich nicht lesen lässt.</translation>
    </message>
    <message>
        <source>waits for approval of %1</source>
        <translation>wartet auf Freigabe von %1</translation>
    </message>
    <message>
        <source>%1, %2 of %3 jobs done</source>
        <translation>%1, %2 von %3 Jobs fertig</translation>
    </message>
    <message>
        <source>Watching the runs was canceled.</source>
        <translation>Das Beobachten der Läufe wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Nobody agreed to this: %1. GitHub has changed since the plan was made. Look at it again.</source>
        <translation>Dem hat niemand zugestimmt: %1. GitHub hat sich geändert, seit der Plan entstand. Ihn noch einmal ansehen.</translation>
    </message>
    <message>
        <source>It was canceled. What is done stays, and doing it again goes on from there.</source>
        <translation>Es wurde abgebrochen. Was getan ist, bleibt; ein neuer Versuch macht dort weiter.</translation>
    </message>
    <message>
        <source>%1 has changed on GitHub since it was looked at. It stays.</source>
        <translation>%1 hat sich auf GitHub seit dem Ansehen geändert und bleibt.</translation>
    </message>
    <message>
        <source>The draft %1</source>
        <translation>Der Entwurf %1</translation>
    </message>
    <message>
        <source>%1 has no release on GitHub, so there is none to take back.</source>
        <translation>%1 hat keine Veröffentlichung auf GitHub, also gibt es nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>%1 is a draft on GitHub. Users cannot see it, so there is nothing to take back.</source>
        <translation>%1 ist auf GitHub ein Entwurf. Benutzer sehen ihn nicht, also gibt es nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>Show %1 as the latest release</source>
        <translation>%1 als neueste Veröffentlichung zeigen</translation>
    </message>
    <message>
        <source>It is the newest stable one that was not taken back</source>
        <translation>Es ist die neueste stabile, die nicht zurückgenommen wurde</translation>
    </message>
    <message>
        <source>There is no other stable release, so GitHub will show none as the latest.</source>
        <translation>Es gibt keine andere stabile Veröffentlichung, also zeigt GitHub keine als neueste.</translation>
    </message>
    <message>
        <source>Mark %1 as a pre-release, with a notice on top of its notes</source>
        <translation>%1 als Vorabversion markieren, mit einem Warnhinweis über den Hinweisen</translation>
    </message>
    <message>
        <source>Whoever sees it is warned; its files stay where users have them</source>
        <translation>Wer sie sieht, ist gewarnt; ihre Dateien bleiben, wo Benutzer sie haben</translation>
    </message>
    <message>
        <source>Release the fix: unmoor prepare --as patch</source>
        <translation>Die Korrektur veröffentlichen: unmoor prepare --as patch</translation>
    </message>
    <message>
        <source>%1 is immutable: GitHub lets nobody turn it back into a draft. Demote it instead.</source>
        <translation>%1 ist unveränderlich: GitHub lässt niemanden sie wieder zum Entwurf machen. Stattdessen zurückstufen.</translation>
    </message>
    <message>
        <source>Turn %1 back into a draft</source>
        <translation>%1 wieder zum Entwurf machen</translation>
    </message>
    <message>
        <source>Users cannot see or download it until it is published again; nothing of it is deleted</source>
        <translation>Benutzer können sie nicht sehen oder herunterladen, bis sie wieder veröffentlicht ist; nichts davon wird gelöscht</translation>
    </message>
    <message>
        <source>The tag %1 stays.</source>
        <translation>Der Tag %1 bleibt.</translation>
    </message>
    <message>
        <source>Take the notice off %1</source>
        <translation>Den Warnhinweis von %1 entfernen</translation>
    </message>
    <message>
        <source>Take the notice off %1, and show it as the latest release</source>
        <translation>Den Warnhinweis von %1 entfernen und sie als neueste Veröffentlichung zeigen</translation>
    </message>
    <message>
        <source>Take the notice off %1, and make it a release again, not the latest one</source>
        <translation>Den Warnhinweis von %1 entfernen und sie wieder zur Veröffentlichung machen, nicht zur neuesten</translation>
    </message>
    <message>
        <source>It was taken back, and is good after all</source>
        <translation>Sie wurde zurückgenommen und ist doch in Ordnung</translation>
    </message>
    <message>
        <source>Delete the draft %1 of %2, %3</source>
        <translation>Den Entwurf %1 von %2 löschen, %3</translation>
    </message>
    <message>
        <source>It is a second one, which no user has seen</source>
        <translation>Es ist ein zweiter, den kein Benutzer gesehen hat</translation>
    </message>
    <message>
        <source>Delete the upload %1, %2</source>
        <translation>Den Upload %1 löschen, %2</translation>
    </message>
    <message>
        <source>It broke off (%1): nobody can download it</source>
        <translation>Er brach ab (%1): Niemand kann ihn herunterladen</translation>
    </message>
    <message>
        <source>The changelog stays as it is. %1</source>
        <translation>Das Changelog bleibt, wie es ist. %1</translation>
    </message>
    <message>
        <source>Mark the section %1 of %2</source>
        <translation>Den Abschnitt %1 von %2 markieren</translation>
    </message>
    <message>
        <source>Take the mark off the section %1 of %2</source>
        <translation>Die Markierung vom Abschnitt %1 von %2 entfernen</translation>
    </message>
    <message>
        <source>Commit it when it suits you</source>
        <translation>Bei Gelegenheit committen</translation>
    </message>
    <message>
        <source>Several jobs of the matrix of &quot;%1&quot; keep their files as &quot;%2&quot;: the second one fails.</source>
        <translation>Mehrere Jobs der Matrix von „%1“ bewahren ihre Dateien als „%2“ auf: Der zweite scheitert.</translation>
    </message>
    <message>
        <source>Put a value of the matrix into the name.</source>
        <translation>Einen Wert der Matrix in den Namen setzen.</translation>
    </message>
    <message>
        <source>The jobs &quot;%1&quot; and &quot;%2&quot; both keep files as &quot;%3&quot;: the second one fails.</source>
        <translation>Die Jobs „%1“ und „%2“ bewahren beide Dateien als „%3“ auf: Der zweite scheitert.</translation>
    </message>
    <message>
        <source>Give each a name of its own.</source>
        <translation>Jedem einen eigenen Namen geben.</translation>
    </message>
    <message>
        <source>Of %1 this takes nothing but the heading: replayed for the tag %2, the notes are empty.</source>
        <translation>Dies nimmt aus %1 nur die Überschrift: Für den Tag %2 nachgespielt, sind die Hinweise leer.</translation>
    </message>
    <message>
        <source>This finds nothing in %1: replayed for the tag %2, the notes are empty.</source>
        <translation>Dies findet nichts in %1: Für den Tag %2 nachgespielt, sind die Hinweise leer.</translation>
    </message>
    <message>
        <source>Cut out the section of version %1 as its heading is written: %2</source>
        <translation>Den Abschnitt der Version %1 so ausschneiden, wie seine Überschrift lautet: %2</translation>
    </message>
    <message>
        <source>The job &quot;%1&quot; makes the release and takes the files of %2, but does not wait for it: the release may lack them.</source>
        <translation>Der Job „%1“ legt die Veröffentlichung an und nimmt die Dateien von %2, wartet aber nicht darauf: Sie können der Veröffentlichung fehlen.</translation>
    </message>
    <message>
        <source>Add %1 to `needs` of &quot;%2&quot;.</source>
        <translation>%1 zu `needs` von „%2“ hinzufügen.</translation>
    </message>
    <message>
        <source>The job &quot;%1&quot; makes the release even where a job before it failed.</source>
        <translation>Der Job „%1“ legt die Veröffentlichung auch an, wenn ein Job davor gescheitert ist.</translation>
    </message>
    <message>
        <source>Leave always() out of its `if`, or ask for `needs.&lt;job&gt;.result == &apos;success&apos;`.</source>
        <translation>always() aus seinem `if` weglassen, oder `needs.&lt;job&gt;.result == &apos;success&apos;` verlangen.</translation>
    </message>
    <message>
        <source>&quot;latest&quot; of the image moves before the archives of %1 are built: where one fails, users already get the new image.</source>
        <translation>„latest“ des Abbilds rückt vor, bevor die Archive von %1 gebaut sind: Scheitert eines, bekommen Benutzer schon das neue Abbild.</translation>
    </message>
    <message>
        <source>Let the job &quot;%1&quot; need the release, or %2.</source>
        <translation>Den Job „%1“ von der Veröffentlichung abhängen lassen, oder von %2.</translation>
    </message>
    <message>
        <source>The job &quot;%1&quot; publishes an image without waiting for %2: an image may be out without its release.</source>
        <translation>Der Job „%1“ veröffentlicht ein Abbild, ohne auf %2 zu warten: Ein Abbild kann ohne seine Veröffentlichung draußen sein.</translation>
    </message>
    <message>
        <source>Let it need the release, or build the image first and push it after the archives.</source>
        <translation>Ihn von der Veröffentlichung abhängen lassen, oder erst das Abbild bauen und es nach den Archiven pushen.</translation>
    </message>
    <message>
        <source>&quot;latest&quot; moves for pre-releases, too: a tag such as %1 starts this workflow.</source>
        <translation>„latest“ rückt auch bei Vorabversionen vor: Ein Tag wie %1 startet diesen Workflow.</translation>
    </message>
    <message>
        <source>Ask for it in the step&apos;s `if`, for example !contains(github.ref_name, &apos;-&apos;).</source>
        <translation>Im `if` des Schritts danach fragen, etwa !contains(github.ref_name, &apos;-&apos;).</translation>
    </message>
    <message>
        <source>makes a release</source>
        <translation>legt eine Veröffentlichung an</translation>
    </message>
    <message>
        <source>pushes an image</source>
        <translation>pusht ein Abbild</translation>
    </message>
    <message>
        <source>Add `permissions:` with `%1: write` to the job.</source>
        <translation>Dem Job `permissions:` mit `%1: write` geben.</translation>
    </message>
    <message>
        <source>The job &quot;%1&quot; %2, but `permissions` in line %3 does not let it.</source>
        <translation>Der Job „%1“ %2, aber `permissions` in Zeile %3 lässt ihn nicht.</translation>
    </message>
    <message>
        <source>The job &quot;%1&quot; %2 and names no `permissions`: whether it may depends on the repository&apos;s settings, which are read-only for new repositories.</source>
        <translation>Der Job „%1“ %2 und nennt keine `permissions`: Ob er darf, hängt von den Einstellungen des Repositorys ab, und die erlauben bei neuen Repositorys nur Lesen.</translation>
    </message>
    <message>
        <source>Nothing keeps two runs of this workflow from making the release at the same time.</source>
        <translation>Nichts hält zwei Läufe dieses Workflows davon ab, die Veröffentlichung zugleich anzulegen.</translation>
    </message>
    <message>
        <source>Add `concurrency: ${{ github.workflow }}-${{ github.ref }}`.</source>
        <translation>`concurrency: ${{ github.workflow }}-${{ github.ref }}` hinzufügen.</translation>
    </message>
    <message>
        <source>%1 runs whatever the branch &quot;%2&quot; holds at that time.</source>
        <translation>%1 führt aus, was immer der Branch „%2“ dann enthält.</translation>
    </message>
    <message>
        <source>Name a version or, better, a commit: %1@&lt;40 digits&gt;.</source>
        <translation>Eine Version nennen oder, besser, einen Commit: %1@&lt;40 Ziffern&gt;.</translation>
    </message>
    <message>
        <source>The job &quot;%1&quot; runs on %2, which is %3, and asks Nix to build for %4.</source>
        <translation>Der Job „%1“ läuft auf %2, also %3, und lässt Nix für %4 bauen.</translation>
    </message>
    <message>
        <source>Run it on a runner of that system, or build a cross output of %1.</source>
        <translation>Ihn auf einem Runner dieses Systems ausführen, oder eine Cross-Ausgabe von %1 bauen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is written out: the next release would still say it.</source>
        <translation>„%1“ steht wörtlich da: Die nächste Veröffentlichung würde es noch immer sagen.</translation>
    </message>
    <message>
        <source>Take it from the tag: ${{ github.ref_name }}.</source>
        <translation>Es vom Tag nehmen: ${{ github.ref_name }}.</translation>
    </message>
    <message>
        <source>There is no &quot;on&quot;, which says when the workflow runs.</source>
        <translation>Es fehlt „on“, das sagt, wann der Workflow läuft.</translation>
    </message>
    <message>
        <source>The job &quot;%1&quot; has no steps.</source>
        <translation>Der Job „%1“ hat keine Schritte.</translation>
    </message>
    <message>
        <source>A step is no mapping.</source>
        <translation>Ein Schritt ist kein Mapping.</translation>
    </message>
    <message>
        <source>A step needs &quot;uses&quot; or &quot;run&quot;.</source>
        <translation>Ein Schritt braucht „uses“ oder „run“.</translation>
    </message>
    <message>
        <source>The job &quot;%1&quot; needs &quot;%2&quot;, which is no job of this file.</source>
        <translation>Der Job „%1“ braucht „%2“, und das ist kein Job dieser Datei.</translation>
    </message>
    <message>
        <source>The job &quot;%1&quot; waits for itself.</source>
        <translation>Der Job „%1“ wartet auf sich selbst.</translation>
    </message>
    <message>
        <source>The file is no mapping.</source>
        <translation>Die Datei ist kein Mapping.</translation>
    </message>
    <message>
        <source>There are no jobs.</source>
        <translation>Es gibt keine Jobs.</translation>
    </message>
    <message>
        <source>The job &quot;%1&quot; is no mapping.</source>
        <translation>Der Job „%1“ ist kein Mapping.</translation>
    </message>
    <message>
        <source>GitHub cannot use this file: %1</source>
        <translation>GitHub kann diese Datei nicht verwenden: %1</translation>
    </message>
    <message>
        <source>Mend it; until then it starts no run.</source>
        <translation>Die Datei berichtigen; bis dahin startet sie keinen Lauf.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Der Arbeitsspeicher reicht nicht.</translation>
    </message>
    <message>
        <source>A second document begins here.</source>
        <translation>Hier beginnt ein zweites Dokument.</translation>
    </message>
    <message>
        <source>The alias *%1 refers to nothing that ends before it.</source>
        <translation>Der Alias *%1 verweist auf nichts, was vor ihm endet.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is there twice.</source>
        <translation>Der Schlüssel „%1“ ist doppelt da.</translation>
    </message>
    <message>
        <source>A key is no text.</source>
        <translation>Ein Schlüssel ist kein Text.</translation>
    </message>
    <message>
        <source>There are more than %1 values, counting each time what an alias repeats.</source>
        <translation>Es sind mehr als %1 Werte, jedes Mal mitgezählt, was ein Alias wiederholt.</translation>
    </message>
    <message>
        <source>More than %1 values are nested in one another.</source>
        <translation>Mehr als %1 Werte sind ineinander verschachtelt.</translation>
    </message>
    <message>
        <source>The file is larger than %1 KiB.</source>
        <translation>Die Datei ist größer als %1 KiB.</translation>
    </message>
    <message>
        <source>Take back the archive that was adopted for a target.</source>
        <translation>Das Archiv zurückgeben, das für ein Ziel übernommen wurde.</translation>
    </message>
    <message>
        <source>GitHub starts with it: %1</source>
        <translation>Damit startet GitHub: %1</translation>
    </message>
    <message>
        <source>The changelog has a section &quot;%1&quot; already, in line %2.</source>
        <translation>Das Changelog hat schon einen Abschnitt „%1“, in Zeile %2.</translation>
    </message>
    <message>
        <source>The changelog has no section for what is not released, and its form is none that one could be written in. Write its heading yourself, such as ## Unreleased.</source>
        <translation>Das Changelog hat keinen Abschnitt für Unveröffentlichtes, und in seiner Form lässt sich keiner schreiben. Die Überschrift von Hand schreiben, etwa ## Unreleased.</translation>
    </message>
    <message>
        <source>The next version is begun already: the changelog has a section for it, and the files say %1.
</source>
        <translation>Die nächste Version ist schon begonnen: Das Changelog hat einen Abschnitt dafür, und die Dateien sagen %1.
</translation>
    </message>
    <message>
        <source>After %1 the files go on saying %2
</source>
        <translation>Nach %1 sagen die Dateien weiter %2
</translation>
    </message>
    <message>
        <source>
Commit: %1
</source>
        <translation>
Commit: %1
</translation>
    </message>
    <message>
        <source>Tag: %1, %2%3
</source>
        <translation>Tag: %1, %2%3
</translation>
    </message>
    <message>
        <source>No tag: this is no release
</source>
        <translation>Kein Tag: Dies ist keine Veröffentlichung
</translation>
    </message>
    <message>
        <source>%1 gets, on %2:</source>
        <translation>%1 erhält auf %2:</translation>
    </message>
    <message>
        <source>The next version is begun, here and at the remote.
</source>
        <translation>Die nächste Version ist begonnen, hier und auf dem Remote.
</translation>
    </message>
    <message>
        <source>Write and commit this? Nothing is pushed yet. Type yes:</source>
        <translation>Dies schreiben und committen? Gepusht wird noch nichts. yes eingeben:</translation>
    </message>
    <message>
        <source>%1 gets a branch for %2, to be merged into %3:</source>
        <translation>%1 bekommt einen Branch für %2, der in %3 gemergt werden soll:</translation>
    </message>
    <message>
        <source>--begin-next makes the commit. Use --undo, --continue or --pull-request after it, without --begin-next.</source>
        <translation>--begin-next macht den Commit. Danach kommen --undo, --continue oder --pull-request, ohne --begin-next.</translation>
    </message>
    <message>
        <source>After a release: begin the version that follows, as a commit without a tag.</source>
        <translation>Nach einer Veröffentlichung: die folgende Version beginnen, als Commit ohne Tag.</translation>
    </message>
    <message>
        <source>  GitHub Actions could not be asked: %1
</source>
        <translation>  GitHub Actions ließ sich nicht fragen: %1
</translation>
    </message>
    <message>
        <source>  GitHub Actions has no run for this commit.
</source>
        <translation>  GitHub Actions hat keinen Lauf für diesen Commit.
</translation>
    </message>
    <message>
        <source>The token lacks a right for this: it needs Actions: read (fine-grained) or the scope repo (classic).</source>
        <translation>Dem Token fehlt ein Recht dafür: Es braucht Actions: read (fine-grained) oder den Scope repo (classic).</translation>
    </message>
    <message>
        <source>The token lacks a right for this, or it is no longer there: it needs Actions: write (fine-grained) or the scope repo (classic).</source>
        <translation>Dem Token fehlt ein Recht dafür, oder es ist nicht mehr da: Gebraucht wird Actions: write (fine-grained) oder der Scope repo (classic).</translation>
    </message>
    <message>
        <source>no host of this name was found (%1)</source>
        <translation>unter diesem Namen wurde kein Rechner gefunden (%1)</translation>
    </message>
    <message>
        <source>the connection broke (%1)</source>
        <translation>die Verbindung ist abgebrochen (%1)</translation>
    </message>
    <message>
        <source>GitHub Actions</source>
        <translation>GitHub Actions</translation>
    </message>
    <message>
        <source>%1 built it, and this machine&apos;s Nix does not take it: nobody whom it trusts signed it, and you are not one of its trusted users.</source>
        <translation>%1 hat es gebaut, und das Nix dieses Rechners nimmt es nicht: Niemand, dem es traut, hat es signiert, und dieses Konto gehört nicht zu seinen vertrauten Benutzern.</translation>
    </message>
    <message>
        <source>Have %1 sign what it builds: make a key there (nix key generate-secret --key-name %1-1), name its file as secret-key-files in the nix.conf there, and put its public key (nix key convert-secret-to-public) into trusted-public-keys of this machine&apos;s. Or name yourself in trusted-users here. What is built already is signed with “nix store sign”.</source>
        <translation>%1 signieren lassen, was es baut: dort einen Schlüssel anlegen (nix key generate-secret --key-name %1-1), seine Datei als secret-key-files in der dortigen nix.conf nennen, und den öffentlichen Schlüssel (nix key convert-secret-to-public) bei trusted-public-keys dieses Rechners eintragen. Oder dieses Konto hier bei trusted-users nennen. Was schon gebaut ist, signiert „nix store sign“.</translation>
    </message>
    <message>
        <source>No tag of a release, such as %1, is behind this commit. Release first: unmoor prepare. Where it was tagged elsewhere, fetch the tag: git fetch --tags</source>
        <translation>Hinter diesem Commit liegt kein Tag einer Veröffentlichung wie %1. Zuerst veröffentlichen: unmoor prepare. Wurde der Tag anderswo gesetzt, ihn holen: git fetch --tags</translation>
    </message>
    <message>
        <source>A release of this checkout is being prepared by %1. Wait for it, or stop it there.</source>
        <translation>Eine Veröffentlichung dieses Checkouts wird gerade von %1 vorbereitet. Warten, oder dort anhalten.</translation>
    </message>
    <message>
        <source> The remote has commits that this branch lacks. Take it back (unmoor prepare --undo), pull, and prepare it again.</source>
        <translation> Das Remote hat Commits, die diesem Branch fehlen. Zurücknehmen (unmoor prepare --undo), die Commits holen (git pull), und noch einmal vorbereiten.</translation>
    </message>
    <message>
        <source> What was prepared is here as it was; mend the cause and push again: unmoor prepare --push</source>
        <translation> Was vorbereitet wurde, ist hier, wie es war; die Ursache beheben und noch einmal pushen: unmoor prepare --push</translation>
    </message>
    <message>
        <source>the next version</source>
        <translation>die nächste Version</translation>
    </message>
    <message>
        <source>The pull request of %1 waits to be merged: %2</source>
        <translation>Der Pull Request von %1 wartet darauf, übernommen zu werden: %2</translation>
    </message>
    <message>
        <source>The commit %1 begins %2, and is not pushed.</source>
        <translation>Der Commit %1 beginnt %2 und ist nicht gepusht.</translation>
    </message>
    <message>
        <source>The sample&apos;s release was not prepared</source>
        <translation>Die Veröffentlichung des Beispiels wurde nicht vorbereitet</translation>
    </message>
    <message>
        <source>Pushed %1 to %2.</source>
        <translation>%1 zu %2 gepusht.</translation>
    </message>
    <message>
        <source>run %1, attempt %2</source>
        <translation>Lauf %1, Versuch %2</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>looking for a run</source>
        <translation>sucht einen Lauf</translation>
    </message>
    <message>
        <source>started</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>queued at GitHub</source>
        <translation>wartet bei GitHub</translation>
    </message>
    <message>
        <source>needs approval</source>
        <translation>braucht Zustimmung</translation>
    </message>
    <message>
        <source>fetching</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>runs at GitHub</source>
        <translation>läuft bei GitHub</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>its run is not there yet</source>
        <translation>sein Lauf ist noch nicht da</translation>
    </message>
    <message>
        <source>The log of the job could not be kept in %1: %2. Free some space for temporary files, then look again.</source>
        <translation>Das Protokoll des Jobs ließ sich nicht in %1 ablegen: %2. Platz für temporäre Dateien schaffen, dann noch einmal nachsehen.</translation>
    </message>
    <message>
        <source>Reading the log was canceled.</source>
        <translation>Das Lesen des Protokolls wurde abgebrochen.</translation>
    </message>
    <message>
        <source>unmoor.toml has no [target.actions] for it</source>
        <translation>unmoor.toml hat kein [target.actions] dafür</translation>
    </message>
    <message>
        <source>unmoor.toml has no [target.actions] for it, which says what of GitHub Actions it is. Add one, or choose another place.</source>
        <translation>unmoor.toml hat kein [target.actions] dafür, das sagt, was von GitHub Actions es ist. Eines hinzufügen, oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>This project&apos;s release is being published or taken back by %1. Wait for it, or stop it there.</source>
        <translation>Die Veröffentlichung dieses Projekts wird gerade von %1 veröffentlicht oder zurückgenommen. Warten, oder dort anhalten.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>At the newest run of %1 for this commit.</source>
        <translation>Beim neuesten Lauf von %1 für diesen Commit.</translation>
    </message>
    <message>
        <source>Start %1 where there is no run</source>
        <translation>%1 starten, wo es keinen Lauf gibt</translation>
    </message>
    <message>
        <source>out of %1, whose job took %2</source>
        <translation>aus %1, dessen Job %2 brauchte</translation>
    </message>
    <message>
        <source>out of %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>It is not followed any more. What was started at GitHub goes on there.</source>
        <translation>Es wird nicht mehr verfolgt. Was bei GitHub gestartet wurde, läuft dort weiter.</translation>
    </message>
    <message>
        <source>It came out of %1, artifact %2.</source>
        <translation>Es kam aus %1, Artefakt %2.</translation>
    </message>
    <message>
        <source>It came out of %1, job %2, artifact %3.</source>
        <translation>Es kam aus %1, Job %2, Artefakt %3.</translation>
    </message>
    <message>
        <source>GitHub is asked for a run of this commit.</source>
        <translation>GitHub wird nach einem Lauf dieses Commits gefragt.</translation>
    </message>
    <message>
        <source>The workflow was started. Its run appears within a minute.</source>
        <translation>Der Workflow wurde gestartet. Sein Lauf erscheint in weniger als einer Minute.</translation>
    </message>
    <message>
        <source>The job waits for a machine of GitHub&apos;s.</source>
        <translation>Der Job wartet auf einen Rechner von GitHub.</translation>
    </message>
    <message>
        <source>Somebody has to approve it at GitHub: %1.</source>
        <translation>Jemand muss bei GitHub zustimmen: %1.</translation>
    </message>
    <message>
        <source>GitHub gives the log of a job when the job has ended. Until then there are its steps.</source>
        <translation>GitHub gibt das Protokoll eines Jobs heraus, wenn der Job zu Ende ist. Bis dahin gibt es seine Schritte.</translation>
    </message>
    <message>
        <source>The job is done, and its archive is fetched: %1.</source>
        <translation>Der Job ist fertig, und sein Archiv wird geholt: %1.</translation>
    </message>
    <message>
        <source>%1: %2 succeeded</source>
        <translation>%1: %2 gelungen</translation>
    </message>
    <message>
        <source>All its jobs are done, after %1.</source>
        <translation>Alle seine Jobs sind fertig, nach %1.</translation>
    </message>
    <message>
        <source>%1: %2 failed</source>
        <translation>%1: %2 gescheitert</translation>
    </message>
    <message>
        <source>It ended as &quot;%1&quot;, after %2.</source>
        <translation>Es endete als „%1“, nach %2.</translation>
    </message>
    <message>
        <source>%1 CI</source>
        <translation>%1 CI</translation>
    </message>
    <message>
        <source>warm %1</source>
        <translation>warm %1</translation>
    </message>
    <message>
        <source>cold %1</source>
        <translation>kalt %1</translation>
    </message>
    <message>
        <source>CI %1</source>
        <translation>CI %1</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>wartet auf Zustimmung</translation>
    </message>
    <message>
        <source>waits for a machine</source>
        <translation>wartet auf einen Rechner</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>gelungen</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>dauerte zu lange</translation>
    </message>
    <message>
        <source>could not begin</source>
        <translation>konnte nicht beginnen</translation>
    </message>
    <message>
        <source>needs somebody</source>
        <translation>braucht jemanden</translation>
    </message>
    <message>
        <source>%1 %2, attempt %3</source>
        <translation>%1 %2, Versuch %3</translation>
    </message>
    <message>
        <source>Nix built %L1, copied %L2</source>
        <translation>Nix baute %L1, kopierte %L2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>liest …</translation>
    </message>
    <message>
        <source>no runs</source>
        <translation>keine Läufe</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>%1 to approve</source>
        <translation>%1 warten auf Zustimmung</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 laufen</translation>
    </message>
    <message>
        <source>GitHub takes %L1 more requests until %2, so it is asked less often</source>
        <translation>GitHub nimmt noch %L1 Anfragen bis %2, darum wird es seltener gefragt</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>There is no workflow in .github/workflows, so GitHub Actions does nothing for this project.</source>
        <translation>In .github/workflows steht kein Workflow, also tut GitHub Actions nichts für dieses Projekt.</translation>
    </message>
    <message>
        <source>Sign in to see the runs of GitHub Actions.</source>
        <translation>Anmelden, um die Läufe von GitHub Actions zu sehen.</translation>
    </message>
    <message>
        <source>Reading the runs of %1…</source>
        <translation>Die Läufe von %1 werden gelesen …</translation>
    </message>
    <message>
        <source>GitHub Actions has no run for %1. One begins when what its workflow listens to happens, such as a push of the commit.</source>
        <translation>GitHub Actions hat keinen Lauf für %1. Einer beginnt, wenn geschieht, worauf der Workflow hört, etwa ein Push des Commits.</translation>
    </message>
    <message>
        <source>GitHub Actions has no run for %1. A push of the tag starts: %2.</source>
        <translation>GitHub Actions hat keinen Lauf für %1. Ein Push des Tags startet: %2.</translation>
    </message>
    <message>
        <source>The job took longer than it may.</source>
        <translation>Der Job dauerte länger, als er darf.</translation>
    </message>
    <message>
        <source>The job failed.</source>
        <translation>Der Job ist gescheitert.</translation>
    </message>
    <message>
        <source>The step &quot;%1&quot; failed.</source>
        <translation>Der Schritt „%1“ ist gescheitert.</translation>
    </message>
    <message>
        <source>The job failed</source>
        <translation>Der Job ist gescheitert</translation>
    </message>
    <message>
        <source>Re-run failed jobs</source>
        <translation>Gescheiterte Jobs wiederholen</translation>
    </message>
    <message>
        <source>All jobs of this run that failed, and those after them, begin again. What succeeded stays.</source>
        <translation>Alle gescheiterten Jobs dieses Laufs und die nach ihnen beginnen noch einmal. Was gelang, bleibt.</translation>
    </message>
    <message>
        <source>Re-run this job</source>
        <translation>Diesen Job wiederholen</translation>
    </message>
    <message>
        <source>%1 begins again, and the jobs after it.</source>
        <translation>%1 beginnt noch einmal, und die Jobs danach.</translation>
    </message>
    <message>
        <source>Cancel the run…</source>
        <translation>Lauf abbrechen …</translation>
    </message>
    <message>
        <source>Its other jobs stop. It can be run again then.</source>
        <translation>Seine anderen Jobs hören auf. Dann kann er wiederholt werden.</translation>
    </message>
    <message>
        <source>A job can be run again when its run has ended.</source>
        <translation>Ein Job lässt sich wiederholen, wenn sein Lauf zu Ende ist.</translation>
    </message>
    <message>
        <source>Build %1 here</source>
        <translation>%1 hier bauen</translation>
    </message>
    <message>
        <source>Build %1 targets here</source>
        <translation>%1 Ziele hier bauen</translation>
    </message>
    <message>
        <source>Builds %1 on a machine of yours, in place of what the run did not come to.</source>
        <translation>Baut %1 auf einem eigenen Rechner, anstelle dessen, wozu der Lauf nicht kam.</translation>
    </message>
    <message>
        <source>Could not make the sample&apos;s archive for Macs: %1. Rehearse again; if it stays so, please report it.</source>
        <translation>Das Archiv des Beispielprojekts für Macs ließ sich nicht herstellen: %1. Den Probelauf noch einmal starten; bleibt es so, dies bitte melden.</translation>
    </message>
    <message>
        <source>The job %1 of GitHub Actions failed.</source>
        <translation>Der Job %1 von GitHub Actions ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>A run of GitHub Actions failed.</source>
        <translation>Ein Lauf von GitHub Actions ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Read its log, then run the failed jobs again, or build here what they would have built.</source>
        <translation>Sein Protokoll lesen, dann die gescheiterten Jobs noch einmal starten, oder hier bauen, was sie gebaut hätten.</translation>
    </message>
    <message>
        <source>The Nix daemon answers the members of a group alone, and you are none of them.</source>
        <translation>Der Nix-Daemon antwortet nur den Mitgliedern einer Gruppe, und dieser Benutzer ist keines.</translation>
    </message>
    <message>
        <source>Look at who owns %1, and join its group.</source>
        <translation>Nachsehen, wem %1 gehört, und der Gruppe beitreten.</translation>
    </message>
    <message>
        <source>Join it, then sign in to this machine anew: sudo usermod --append --groups %1 $USER</source>
        <translation>Ihr beitreten und sich an diesem Rechner neu anmelden: sudo usermod --append --groups %1 $USER</translation>
    </message>
    <message>
        <source>%1 in the artifact %2 would be %3, out of %4: that is no archive of a release, and nothing of it was written. Look at what the job keeps.</source>
        <translation>%1 im Artefakt %2 wäre %3 groß, aus %4: das ist kein Archiv eines Release, und nichts davon wurde geschrieben. Nachsehen, was der Job aufhebt.</translation>
    </message>
    <message>
        <source>%1 must be lines such as &quot;version={version}&quot;, not &quot;%2&quot;.</source>
        <translation>%1 muss Zeilen wie „version={version}“ enthalten, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 names %2 twice.</source>
        <translation>%1 nennt %2 zweimal.</translation>
    </message>
    <message>
        <source>%1 has %2 lines, and GitHub takes %3 inputs.</source>
        <translation>%1 hat %2 Zeilen, und GitHub nimmt %3 Eingaben.</translation>
    </message>
    <message>
        <source>What came as the artifact %1 of run %2 has %3 bytes, and GitHub says %4: nothing of it is used. Try again.</source>
        <translation>Was als Artefakt %1 des Laufs %2 kam, hat %3 Bytes, und GitHub nennt %4: nichts davon wird verwendet. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>GESCHEITERT</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>Es gibt keine Option %1.</translation>
    </message>
    <message>
        <source>There are no options %1.</source>
        <translation>Es gibt keine Optionen %1.</translation>
    </message>
    <message>
        <source>%1 takes a value: %1 %2.</source>
        <translation>%1 braucht einen Wert: %1 %2.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>archive is there</source>
        <translation>Archiv ist da</translation>
    </message>
    <message>
        <source>%1 %2 → %3 at %4

</source>
        <translation>%1 %2 → %3 bei %4

</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>zu tun</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>%1 at %2: %3
</source>
        <translation>%1 bei %2: %3
</translation>
    </message>
    <message>
        <source>%1 %2 at %3: %4
</source>
        <translation>%1 %2 bei %3: %4
</translation>
    </message>
    <message>
        <source>No account is known. Sign in with the browser: unmoor token login, or hand over a token: unmoor token set --account NAME &lt; FILE
</source>
        <translation>Es ist kein Konto bekannt. Mit dem Browser anmelden: unmoor token login, oder ein Token übergeben: unmoor token set --account NAME &lt; DATEI
</translation>
    </message>
    <message>
        <source>1 workflow</source>
        <translation>1 Workflow</translation>
    </message>
    <message>
        <source>%1 workflows</source>
        <translation>%1 Workflows</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>There is no flake.nix here that Nix could read, and Unmoor builds what a flake offers.</source>
        <translation>Hier gibt es keine flake.nix, die Nix lesen könnte, und Unmoor baut, was ein Flake anbietet.</translation>
    </message>
    <message>
        <source>Write one that offers what is released as packages.SYSTEM.NAME (“nix flake init” begins it), and let git know it: git add flake.nix. If it stands in another folder, the key “flake” of unmoor.toml names that.</source>
        <translation>Eine schreiben, die das zu Veröffentlichende als packages.SYSTEM.NAME anbietet („nix flake init“ fängt sie an), und git bekannt machen: git add flake.nix. Steht sie in einem anderen Ordner, nennt ihn der Schlüssel „flake“ in unmoor.toml.</translation>
    </message>
</context>
<context>
    <name>unmoor::AcceptDialog</name>
    <message>
        <source>Accept a finding</source>
        <translation>Befund akzeptieren</translation>
    </message>
    <message>
        <source>&amp;Why it can stay</source>
        <translation>&amp;Warum er bleiben kann</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>&amp;Accept this finding</source>
        <translation>Diesen Befund &amp;akzeptieren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>The finding no longer stands against the release. It and your reason are shown in the release record, and again before you publish.</source>
        <translation>Der Befund steht der Veröffentlichung nicht mehr entgegen. Er und der Grund stehen im Protokoll der Veröffentlichung, und noch einmal vor dem Veröffentlichen.</translation>
    </message>
</context>
<context>
    <name>unmoor::AccountBox</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>&amp;Forget token…</source>
        <translation>Token &amp;vergessen …</translation>
    </message>
    <message>
        <source>&amp;Sign in…</source>
        <translation>&amp;Anmelden …</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Tokens stay in the keychain</source>
        <translation>Token bleiben im Schlüsselbund</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>asking the keychain</source>
        <translation>der Schlüsselbund wird gefragt</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>the rehearsal&apos;s own</source>
        <translation>das eigene des Probelaufs</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation>der Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>stand-in of the rehearsal</source>
        <translation>Stellvertreter des Probelaufs</translation>
    </message>
    <message>
        <source>It comes from an environment variable: unset that.</source>
        <translation>Es kommt aus einer Umgebungsvariablen: diese löschen.</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>Token vergessen</translation>
    </message>
    <message>
        <source>Forget the token of %1?</source>
        <translation>Das Token von %1 vergessen?</translation>
    </message>
    <message>
        <source>It is deleted here. On %1 it stays valid until it ends or is revoked there.</source>
        <translation>Es wird hier gelöscht. Auf %1 bleibt es gültig, bis es endet oder dort widerrufen wird.</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>Es &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>Es &amp;behalten</translation>
    </message>
    <message>
        <source>The token was not forgotten</source>
        <translation>Das Token wurde nicht vergessen</translation>
    </message>
</context>
<context>
    <name>unmoor::AccountDesk</name>
    <message>
        <source>Signed in for this session only: no keychain answers on this machine.</source>
        <translation>Nur für diese Sitzung angemeldet: Kein Schlüsselbund antwortet auf diesem Rechner.</translation>
    </message>
    <message>
        <source>&amp;Open the page about it</source>
        <translation>Die Seite darüber ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>&amp;Forget the token of %1…</source>
        <translation>Das Token von %1 &amp;vergessen …</translation>
    </message>
    <message>
        <source>&amp;Check the token again</source>
        <translation>Das Token noch einmal &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Sign in with another token…</source>
        <translation>Mit einem anderen Token &amp;anmelden …</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>Token vergessen</translation>
    </message>
    <message>
        <source>Take the token of %1 for %2 out of the keychain?</source>
        <translation>Das Token von %1 für %2 aus dem Schlüsselbund nehmen?</translation>
    </message>
    <message>
        <source>It stays valid at %1 until it is deleted there.</source>
        <translation>Es bleibt bei %1 gültig, bis es dort gelöscht wird.</translation>
    </message>
    <message>
        <source>&amp;Forget the token</source>
        <translation>Token &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>Es &amp;behalten</translation>
    </message>
</context>
<context>
    <name>unmoor::ActionsView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open the &amp;run</source>
        <translation>&amp;Lauf öffnen</translation>
    </message>
    <message>
        <source>Steps of the job</source>
        <translation>Schritte des Jobs</translation>
    </message>
    <message>
        <source>Opens the run&apos;s page at the host</source>
        <translation>Öffnet die Seite des Laufs beim Anbieter</translation>
    </message>
</context>
<context>
    <name>unmoor::ArchiveDesk</name>
    <message>
        <source>This archive belongs to no target of the release.</source>
        <translation>Dieses Archiv gehört zu keinem Ziel der Veröffentlichung.</translation>
    </message>
    <message>
        <source>The finding was not accepted</source>
        <translation>Der Befund wurde nicht akzeptiert</translation>
    </message>
    <message>
        <source>The acceptance was not taken back</source>
        <translation>Die Zustimmung wurde nicht zurückgenommen</translation>
    </message>
    <message>
        <source>There is no layout to compare with: the target names none in unmoor.toml.</source>
        <translation>Es gibt kein Layout zum Vergleichen: Das Ziel nennt keines in unmoor.toml.</translation>
    </message>
    <message>
        <source>The archive holds every file that the layout names, and no other.</source>
        <translation>Das Archiv enthält jede Datei, die das Layout nennt, und keine andere.</translation>
    </message>
    <message>
        <source>%1 and %2 by the layout in unmoor.toml.</source>
        <translation>%1 und %2 nach dem Layout in unmoor.toml.</translation>
    </message>
    <message>
        <source>1 entry is missing</source>
        <translation>1 Eintrag fehlt</translation>
    </message>
    <message>
        <source>%1 entries are missing</source>
        <translation>%1 Einträge fehlen</translation>
    </message>
    <message>
        <source>1 is unexpected</source>
        <translation>1 ist unerwartet</translation>
    </message>
    <message>
        <source>%1 are unexpected</source>
        <translation>%1 sind unerwartet</translation>
    </message>
    <message>
        <source>&amp;Show them in Contents</source>
        <translation>Im &amp;Inhalt anzeigen</translation>
    </message>
    <message>
        <source>This archive belongs to no target, so there is no release before it.</source>
        <translation>Dieses Archiv gehört zu keinem Ziel, also gibt es keine Veröffentlichung davor.</translation>
    </message>
    <message>
        <source>Fetching the archive of the release before…</source>
        <translation>Das Archiv der vorigen Veröffentlichung wird geladen …</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Against %1</source>
        <translation>Gegen %1</translation>
    </message>
    <message>
        <source>The archive is being built again…</source>
        <translation>Das Archiv wird noch einmal gebaut …</translation>
    </message>
    <message>
        <source>Nix can build the last step of this archive once more, and compare the results.</source>
        <translation>Nix kann den letzten Schritt dieses Archivs noch einmal bauen und die Ergebnisse vergleichen.</translation>
    </message>
    <message>
        <source>&amp;Check that it builds identically</source>
        <translation>&amp;Prüfen, ob es gleich gebaut wird</translation>
    </message>
    <message>
        <source>This archive belongs to no target, so there is nothing to build again.</source>
        <translation>Dieses Archiv gehört zu keinem Ziel, also ist nichts noch einmal zu bauen.</translation>
    </message>
    <message>
        <source>built again</source>
        <translation>noch einmal gebaut</translation>
    </message>
    <message>
        <source>&amp;Check once more</source>
        <translation>Noch einmal &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>Against %1, published %2</source>
        <translation>Gegen %1, veröffentlicht %2</translation>
    </message>
    <message>
        <source>Against %1, published %2; the host gives no digest to check it with</source>
        <translation>Gegen %1, veröffentlicht %2; der Host gibt keine Prüfsumme zum Prüfen</translation>
    </message>
</context>
<context>
    <name>unmoor::ArchiveModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>%1 inside</source>
        <translation>%1 darin</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation>%1 Probleme</translation>
    </message>
    <message>
        <source>required by the layout</source>
        <translation>vom Layout verlangt</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>starts %1</source>
        <translation>startet %1</translation>
    </message>
    <message>
        <source>not read whole</source>
        <translation>nicht ganz gelesen</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>%L1 to %L2</source>
        <translation>%L1 bis %L2</translation>
    </message>
    <message>
        <source>%L1 more entries</source>
        <translation>%L1 weitere Einträge</translation>
    </message>
    <message>
        <source>%L1 more, all ok</source>
        <translation>%L1 weitere, alle in Ordnung</translation>
    </message>
    <message>
        <source>Show these files</source>
        <translation>Diese Dateien anzeigen</translation>
    </message>
    <message>
        <source>%L1 more files, all ok. Enter shows them.</source>
        <translation>%L1 weitere Dateien, alle in Ordnung. Eingabetaste zeigt sie.</translation>
    </message>
</context>
<context>
    <name>unmoor::ArchivePage</name>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Größen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>Noch einmal &amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Open archive…</source>
        <translation>Archiv ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Cancel reading</source>
        <translation>Lesen &amp;abbrechen</translation>
    </message>
    <message>
        <source>Choose a target to see its archive, or open any archive.</source>
        <translation>Ein Ziel wählen, um sein Archiv zu sehen, oder irgendein Archiv öffnen.</translation>
    </message>
    <message>
        <source>%1 is left out of this release, so it has no archive.</source>
        <translation>%1 ist in dieser Veröffentlichung ausgelassen und hat darum kein Archiv.</translation>
    </message>
    <message>
        <source>The archive of %1 is read as soon as it is built.</source>
        <translation>Das Archiv von %1 wird gelesen, sobald es gebaut ist.</translation>
    </message>
    <message>
        <source>There is no archive of %1 yet: it is not built.</source>
        <translation>Es gibt noch kein Archiv von %1: Es ist nicht gebaut.</translation>
    </message>
    <message>
        <source>&amp;Build %1</source>
        <translation>%1 &amp;bauen</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>liest …</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%L1 entries</source>
        <translation>%L1 Einträge</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>laying out %L1 entries…</source>
        <translation>%L1 Einträge werden angeordnet …</translation>
    </message>
    <message>
        <source>read whole in %1</source>
        <translation>ganz gelesen in %1</translation>
    </message>
    <message>
        <source>read only up to the damage, in %1</source>
        <translation>nur bis zum Schaden gelesen, in %1</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Nothing says which files must be in it</source>
        <translation>Nichts sagt, welche Dateien darin sein müssen</translation>
    </message>
    <message>
        <source>%1 has no layout in unmoor.toml, so a file that is missing or too many is not noticed.</source>
        <translation>%1 hat kein Layout in unmoor.toml; eine fehlende oder überzählige Datei fällt darum nicht auf.</translation>
    </message>
    <message>
        <source>&amp;Propose a layout…</source>
        <translation>&amp;Layout vorschlagen …</translation>
    </message>
    <message>
        <source>No file is chosen</source>
        <translation>Keine Datei ist gewählt</translation>
    </message>
    <message>
        <source>Choose a file in the tree of an archive that was read whole.</source>
        <translation>Eine Datei im Baum eines ganz gelesenen Archivs wählen.</translation>
    </message>
    <message>
        <source>Open archive</source>
        <translation>Archiv öffnen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Build this archive again, or open another</source>
        <translation>Dieses Archiv noch einmal bauen, oder ein anderes öffnen</translation>
    </message>
    <message>
        <source>Check that it &amp;builds identically</source>
        <translation>Prüfen, ob es &amp;gleich gebaut wird</translation>
    </message>
</context>
<context>
    <name>unmoor::ArchiveTree</name>
    <message>
        <source>Entries of the archive</source>
        <translation>Einträge des Archivs</translation>
    </message>
</context>
<context>
    <name>unmoor::BrokenPage</name>
    <message>
        <source>unmoor.toml cannot be read</source>
        <translation>unmoor.toml kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>&amp;Open in the editor</source>
        <translation>Im &amp;Editor öffnen</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>Noch einmal &amp;lesen</translation>
    </message>
    <message>
        <source>Text of unmoor.toml</source>
        <translation>Text von unmoor.toml</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>There is no text to show</source>
        <translation>Es gibt keinen Text zum Anzeigen</translation>
    </message>
</context>
<context>
    <name>unmoor::BuildChart</name>
    <message>
        <source>Build times</source>
        <translation>Bauzeiten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>cold: dependencies built too</source>
        <translation>kalt: auch Abhängigkeiten gebaut</translation>
    </message>
    <message>
        <source>warm, or not known</source>
        <translation>warm, oder nicht bekannt</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>im Cache</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>square-root scale</source>
        <translation>Wurzelskala</translation>
    </message>
    <message>
        <source>%1 by GitHub Actions</source>
        <translation>%1 durch GitHub Actions</translation>
    </message>
    <message>
        <source>CI: built by GitHub Actions, %1</source>
        <translation>CI: von GitHub Actions gebaut, %1</translation>
    </message>
</context>
<context>
    <name>unmoor::BuildPage</name>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Open &amp;log file</source>
        <translation>&amp;Protokolldatei öffnen</translation>
    </message>
    <message>
        <source>Show &amp;earlier log</source>
        <translation>&amp;Früheres Protokoll anzeigen</translation>
    </message>
    <message>
        <source>Cancel this &amp;target</source>
        <translation>Dieses &amp;Ziel abbrechen</translation>
    </message>
    <message>
        <source>&amp;Cancel build</source>
        <translation>Bauen &amp;abbrechen</translation>
    </message>
    <message>
        <source>Build &amp;again</source>
        <translation>Noch einmal &amp;bauen</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>&amp;Bauen</translation>
    </message>
    <message>
        <source>What the build works on</source>
        <translation>Woran der Build arbeitet</translation>
    </message>
    <message>
        <source>Show the last log that was kept of a build of this target</source>
        <translation>Das letzte behaltene Protokoll eines Builds dieses Ziels anzeigen</translation>
    </message>
    <message>
        <source>Choose a target to see how its build goes.</source>
        <translation>Ein Ziel wählen, um zu sehen, wie sein Build läuft.</translation>
    </message>
    <message>
        <source>%1 is left out of this release, so there is nothing to build.</source>
        <translation>%1 ist in dieser Veröffentlichung ausgelassen, also ist nichts zu bauen.</translation>
    </message>
    <message>
        <source>A finished archive can stand in for the build, or the release can go without it.</source>
        <translation>Ein fertiges Archiv kann an die Stelle des Builds treten, oder die Veröffentlichung kommt ohne es aus.</translation>
    </message>
    <message>
        <source>%1 waits for its turn. Its log appears as soon as the build starts.</source>
        <translation>%1 wartet, bis es an der Reihe ist. Sein Protokoll erscheint, sobald der Build beginnt.</translation>
    </message>
    <message>
        <source>%1 is there. No log of its build was kept here.</source>
        <translation>%1 ist da. Hier ist kein Protokoll seines Builds.</translation>
    </message>
    <message>
        <source>%1 is not built yet.</source>
        <translation>%1 ist noch nicht gebaut.</translation>
    </message>
    <message>
        <source>Build &amp;only %1</source>
        <translation>&amp;Nur %1 bauen</translation>
    </message>
    <message>
        <source>Build on %1</source>
        <translation>Auf %1 bauen</translation>
    </message>
    <message>
        <source>&amp;Take a finished archive…</source>
        <translation>&amp;Fertiges Archiv übernehmen …</translation>
    </message>
    <message>
        <source>&amp;Leave it out…</source>
        <translation>Aus&amp;lassen …</translation>
    </message>
    <message>
        <source>Nothing here builds %1</source>
        <translation>Hier baut nichts %1</translation>
    </message>
    <message>
        <source>&amp;Show it</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 ist gescheitert.</translation>
    </message>
    <message>
        <source>These failed: %1.</source>
        <translation>Gescheitert: %1.</translation>
    </message>
    <message>
        <source>%1 runs without a sign of life.</source>
        <translation>%1 läuft ohne Lebenszeichen.</translation>
    </message>
    <message>
        <source>Without a sign of life: %1.</source>
        <translation>Ohne Lebenszeichen: %1.</translation>
    </message>
    <message>
        <source>Show &amp;processes</source>
        <translation>&amp;Prozesse anzeigen</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>GitHub Actions</source>
        <translation>GitHub Actions</translation>
    </message>
    <message>
        <source>What of the builds is shown</source>
        <translation>Was von den Builds gezeigt wird</translation>
    </message>
</context>
<context>
    <name>unmoor::BuildingPage</name>
    <message>
        <source>Targets at once on this machine</source>
        <translation>Ziele zugleich auf diesem Rechner</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Minutes of silence after which a step is pointed at</source>
        <translation>Minuten des Schweigens, nach denen auf einen Schritt gezeigt wird</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Seconds after which the end of a build is announced</source>
        <translation>Sekunden, nach denen das Ende eines Builds gemeldet wird</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Memory for the index of one log</source>
        <translation>Speicher für den Index eines Protokolls</translation>
    </message>
    <message>
        <source>Seconds after publishing until GitHub is read once more</source>
        <translation>Sekunden nach dem Veröffentlichen, bis GitHub noch einmal gelesen wird</translation>
    </message>
    <message>
        <source>Switch &amp;off</source>
        <translation>&amp;Ausschalten</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>How builds run, and what is said of them</source>
        <translation>Wie Builds laufen, und was davon gemeldet wird</translation>
    </message>
    <message>
        <source>&amp;Targets at once here</source>
        <translation>&amp;Ziele zugleich hier</translation>
    </message>
    <message>
        <source>Other machines have their own number. Nix&apos;s max-jobs holds within each.</source>
        <translation>Andere Rechner haben ihre eigene Zahl. In jedem gilt max-jobs von Nix.</translation>
    </message>
    <message>
        <source>Point at a &amp;silent step after</source>
        <translation>Auf einen &amp;schweigenden Schritt zeigen nach</translation>
    </message>
    <message>
        <source>A step that neither says nor does anything may be stuck. It goes on all the same.</source>
        <translation>Ein Schritt, der weder etwas sagt noch tut, hängt vielleicht. Er läuft trotzdem weiter.</translation>
    </message>
    <message>
        <source>&amp;Announce the end of a build after</source>
        <translation>Das &amp;Ende eines Builds melden nach</translation>
    </message>
    <message>
        <source>A desktop notification, for builds that took longer.</source>
        <translation>Eine Desktop-Benachrichtigung, für Builds, die länger dauerten.</translation>
    </message>
    <message>
        <source>&amp;Log index in memory</source>
        <translation>Protokollindex im Spei&amp;cher</translation>
    </message>
    <message>
        <source>At most, for one log. Its text stays in its file.</source>
        <translation>Höchstens, für ein Protokoll. Sein Text bleibt in seiner Datei.</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>How a release is proved</source>
        <translation>Wie eine Veröffentlichung bestätigt wird</translation>
    </message>
    <message>
        <source>Look a&amp;gain after</source>
        <translation>&amp;Noch einmal nachsehen nach</translation>
    </message>
    <message>
        <source>What GitHub shows right after publishing is compared, and once more then.</source>
        <translation>Was GitHub gleich nach dem Veröffentlichen zeigt, wird verglichen, und dann noch einmal.</translation>
    </message>
    <message>
        <source>Experimental features of Nix</source>
        <translation>Experimentelle Merkmale von Nix</translation>
    </message>
    <message>
        <source>Features of Nix</source>
        <translation>Merkmale von Nix</translation>
    </message>
    <message>
        <source>Switched on in our runs alone</source>
        <translation>Nur in den eigenen Läufen eingeschaltet</translation>
    </message>
    <message>
        <source>nix-command and flakes are always on. Another is added where a build says that it needs it and you agree; Nix&apos;s own settings stay as they are.</source>
        <translation>nix-command und flakes sind immer an. Ein weiteres kommt dazu, wo ein Build sagt, dass er es braucht, und dem zugestimmt wird; die Einstellungen von Nix bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The change was not kept</source>
        <translation>Die Änderung wurde nicht behalten</translation>
    </message>
</context>
<context>
    <name>unmoor::ChainView</name>
    <message>
        <source>Show all %L1</source>
        <translation>Alle %L1 anzeigen</translation>
    </message>
    <message>
        <source>Show %L1 more of %L2</source>
        <translation>%L1 weitere von %L2 anzeigen</translation>
    </message>
</context>
<context>
    <name>unmoor::ChangeDesk</name>
    <message>
        <source>The project changed on disk</source>
        <translation>Das Projekt hat sich auf dem Datenträger geändert</translation>
    </message>
    <message>
        <source>What is shown is from before. What is built or published is read anew.</source>
        <translation>Was gezeigt wird, ist von vorher. Was gebaut oder veröffentlicht wird, wird neu gelesen.</translation>
    </message>
    <message>
        <source>unmoor.toml cannot be read any more</source>
        <translation>unmoor.toml kann nicht mehr gelesen werden</translation>
    </message>
    <message>
        <source>The project stays as it was read before, and nothing is built or published until this is mended.</source>
        <translation>Das Projekt bleibt, wie es vorher gelesen wurde, und nichts wird gebaut oder veröffentlicht, bis das berichtigt ist.</translation>
    </message>
    <message>
        <source>Take &amp;over</source>
        <translation>Über&amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Show the place</source>
        <translation>&amp;Stelle anzeigen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>Noch einmal &amp;lesen</translation>
    </message>
    <message>
        <source>unmoor.toml of %1</source>
        <translation>unmoor.toml von %1</translation>
    </message>
    <message>
        <source>unmoor.toml was not opened</source>
        <translation>unmoor.toml wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>No program was found that opens %1.</source>
        <translation>Kein Programm wurde gefunden, das %1 öffnet.</translation>
    </message>
</context>
<context>
    <name>unmoor::ChangeView</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Compare &amp;entries…</source>
        <translation>&amp;Einträge vergleichen …</translation>
    </message>
    <message>
        <source>Files of both releases</source>
        <translation>Dateien beider Veröffentlichungen</translation>
    </message>
    <message>
        <source>Archives of both releases</source>
        <translation>Archive beider Veröffentlichungen</translation>
    </message>
    <message>
        <source>No target has its archives of both releases on this machine. Their results may have been let go of.</source>
        <translation>Von keinem Ziel sind die Archive beider Veröffentlichungen auf diesem Rechner. Ihre Ergebnisse wurden vielleicht losgelassen.</translation>
    </message>
    <message>
        <source>What of the releases</source>
        <translation>Was von den Veröffentlichungen</translation>
    </message>
    <message>
        <source>Read both archives of the chosen target, and compare what is in them</source>
        <translation>Beide Archive des gewählten Ziels lesen und vergleichen, was darin ist</translation>
    </message>
    <message>
        <source>Files %L1</source>
        <translation>Dateien %L1</translation>
    </message>
    <message>
        <source>How many files are not the same</source>
        <translation>Wie viele Dateien nicht gleich sind</translation>
    </message>
    <message>
        <source>Archives %L1</source>
        <translation>Archive %L1</translation>
    </message>
    <message>
        <source>The notes of both releases are the same.</source>
        <translation>Die Hinweise beider Veröffentlichungen sind gleich.</translation>
    </message>
    <message>
        <source>Lines of the notes that differ</source>
        <translation>Zeilen der Hinweise, die sich unterscheiden</translation>
    </message>
</context>
<context>
    <name>unmoor::ChecklistModel</name>
    <message>
        <source>Already right</source>
        <translation>Schon richtig</translation>
    </message>
    <message>
        <source>To finish</source>
        <translation>Zu vollenden</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>Es ist gescheitert.</translation>
    </message>
    <message>
        <source>goes on by itself in %1</source>
        <translation>geht in %1 von selbst weiter</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
</context>
<context>
    <name>unmoor::Chip</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>unmoor::CloneDialog</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>C&amp;lone</source>
        <translation>&amp;Klonen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Clone a repository</source>
        <translation>Repository klonen</translation>
    </message>
    <message>
        <source>Progress of the clone</source>
        <translation>Fortschritt des Klonens</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Into the folder</source>
        <translation>&amp;In den Ordner</translation>
    </message>
    <message>
        <source>Into the folder</source>
        <translation>In den Ordner</translation>
    </message>
    <message>
        <source>Choose the folder to clone into</source>
        <translation>Ordner wählen, in den geklont wird</translation>
    </message>
    <message>
        <source>Comes to %1. git asks the host, and nothing of the repository runs.</source>
        <translation>Kommt nach %1. git fragt den Host, und nichts aus dem Repository wird ausgeführt.</translation>
    </message>
    <message>
        <source>https, ssh or a folder of this machine. Nothing is asked before you press Clone.</source>
        <translation>https, ssh oder ein Ordner dieses Rechners. Gefragt wird erst beim Klonen.</translation>
    </message>
    <message>
        <source>Name a folder by its whole path to clone into.</source>
        <translation>Einen Ordner mit ganzem Pfad nennen, in den geklont wird.</translation>
    </message>
    <message>
        <source>Asking the host…</source>
        <translation>Der Host wird gefragt …</translation>
    </message>
    <message>
        <source>Canceled. Nothing of it is left.</source>
        <translation>Abgebrochen. Nichts davon ist übrig.</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1: %2 %</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an …</translation>
    </message>
</context>
<context>
    <name>unmoor::CodePanel</name>
    <message>
        <source>&amp;Copy code</source>
        <translation>Code &amp;kopieren</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>&amp;Open the page</source>
        <translation>Seite ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Type this code at %1, on this machine or any other. Here it goes on by itself once you have agreed there.</source>
        <translation>Diesen Code unter %1 eingeben, auf diesem oder einem anderen Rechner. Hier geht es von selbst weiter, sobald dort zugestimmt ist.</translation>
    </message>
    <message>
        <source>Good for another %1:%2</source>
        <translation>Noch %1:%2 gültig</translation>
    </message>
</context>
<context>
    <name>unmoor::CommandPalette</name>
    <message>
        <source>Find or run a command</source>
        <translation>Befehl suchen oder ausführen</translation>
    </message>
    <message>
        <source>Find a target, a file, a setting, or run a command</source>
        <translation>Ein Ziel, eine Datei, eine Einstellung suchen, oder einen Befehl ausführen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Nichts gefunden für „%1“</translation>
    </message>
</context>
<context>
    <name>unmoor::CompareDialog</name>
    <message>
        <source>Archives of %1</source>
        <translation>Archive von %1</translation>
    </message>
    <message>
        <source>Reading the archives of %1 and %2…</source>
        <translation>Die Archive von %1 und %2 werden gelesen …</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>%1 is not the archive that was built any more: its SHA-256 changed. Nothing was compared.</source>
        <translation>%1 ist nicht mehr das gebaute Archiv: Sein SHA-256 hat sich geändert. Nichts wurde verglichen.</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegen %2</translation>
    </message>
</context>
<context>
    <name>unmoor::CompareModel</name>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Path in %1/</source>
        <translation>Pfad in %1/</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
</context>
<context>
    <name>unmoor::ComparePane</name>
    <message>
        <source>Expected layout</source>
        <translation>Erwartetes Layout</translation>
    </message>
    <message>
        <source>Previous release</source>
        <translation>Vorige Veröffentlichung</translation>
    </message>
    <message>
        <source>Built again</source>
        <translation>Noch einmal gebaut</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Eine Datei …</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Compare with an archive</source>
        <translation>Mit einem Archiv vergleichen</translation>
    </message>
</context>
<context>
    <name>unmoor::CompareTree</name>
    <message>
        <source>Changes between the archives</source>
        <translation>Änderungen zwischen den Archiven</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 file, folded</source>
        <translation>1 Datei, zugeklappt</translation>
    </message>
    <message>
        <source>%1 files, folded</source>
        <translation>%1 Dateien, zugeklappt</translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1, zugeklappt</translation>
    </message>
</context>
<context>
    <name>unmoor::CompareView</name>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Modi</translation>
    </message>
    <message>
        <source>Next change  F8</source>
        <translation>Nächste Änderung  F8</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Filter changes by name</source>
        <translation>Änderungen nach Namen filtern</translation>
    </message>
    <message>
        <source>Go to the next change (F8); Shift+F8 goes back</source>
        <translation>Zur nächsten Änderung (F8); Umschalt+F8 geht zurück</translation>
    </message>
    <message>
        <source>Every file is the same</source>
        <translation>Jede Datei ist gleich</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>Changed %L1</source>
        <translation>Geändert %L1</translation>
    </message>
    <message>
        <source>All %L1</source>
        <translation>Alle %L1</translation>
    </message>
    <message>
        <source>Libraries %L1</source>
        <translation>Bibliotheken %L1</translation>
    </message>
    <message>
        <source>Modes %L1</source>
        <translation>Modi %L1</translation>
    </message>
</context>
<context>
    <name>unmoor::ConfirmPublish</name>
    <message>
        <source>&amp;Keep %1 as draft</source>
        <translation>%1 als &amp;Entwurf belassen</translation>
    </message>
    <message>
        <source>&amp;Publish %1</source>
        <translation>%1 &amp;veröffentlichen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Keep %1 of %2 as a draft?</source>
        <translation>%1 von %2 als Entwurf belassen?</translation>
    </message>
    <message>
        <source>Publish %1 of %2?</source>
        <translation>%1 von %2 veröffentlichen?</translation>
    </message>
    <message>
        <source>Accepted: %1. %2</source>
        <translation>Akzeptiert: %1. %2</translation>
    </message>
    <message>
        <source>&amp;Not yet</source>
        <translation>&amp;Noch nicht</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Geht zu</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>%1 at commit %2</source>
        <translation>%1 beim Commit %2</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Gezeigt als</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>1 warning of the archives and the notes</source>
        <translation>1 Warnung der Archive und der Hinweise</translation>
    </message>
    <message>
        <source>%1 warnings of the archives and the notes</source>
        <translation>%1 Warnungen der Archive und der Hinweise</translation>
    </message>
    <message>
        <source>Delete the broken upload %1</source>
        <translation>Den abgebrochenen Upload %1 löschen</translation>
    </message>
    <message>
        <source>Delete %1 broken uploads</source>
        <translation>%1 abgebrochene Uploads löschen</translation>
    </message>
    <message>
        <source>Nobody can download it</source>
        <translation>Niemand kann sie herunterladen</translation>
    </message>
    <message>
        <source>This takes something away that is on GitHub. Agree to it:</source>
        <translation>Das nimmt etwas weg, das auf GitHub ist. Dem zustimmen:</translation>
    </message>
</context>
<context>
    <name>unmoor::ContentsView</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>By &amp;folder</source>
        <translation>Nach &amp;Ordnern</translation>
    </message>
    <message>
        <source>In archive &amp;order</source>
        <translation>&amp;Reihenfolge des Archivs</translation>
    </message>
    <message>
        <source>Next problem  F8</source>
        <translation>Nächstes Problem  F8</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Filter entries by name</source>
        <translation>Einträge nach Namen filtern</translation>
    </message>
    <message>
        <source>Go to the next problem (F8); Shift+F8 goes back</source>
        <translation>Zum nächsten Problem (F8); Umschalt+F8 geht zurück</translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation>Welche Einträge</translation>
    </message>
    <message>
        <source>Order of the entries</source>
        <translation>Reihenfolge der Einträge</translation>
    </message>
    <message>
        <source>Show the entries by folder or in the archive&apos;s order</source>
        <translation>Die Einträge nach Ordnern oder in der Reihenfolge des Archivs zeigen</translation>
    </message>
    <message>
        <source>All %L1</source>
        <translation>Alle %L1</translation>
    </message>
    <message>
        <source>Problems %L1</source>
        <translation>Probleme %L1</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>The archive is still being read.</source>
        <translation>Das Archiv wird noch gelesen.</translation>
    </message>
    <message>
        <source>It is missing: the archive has no such file.</source>
        <translation>Es fehlt: Das Archiv hat keine solche Datei.</translation>
    </message>
    <message>
        <source>It is a folder. Choose a file in it.</source>
        <translation>Es ist ein Ordner. Eine Datei darin wählen.</translation>
    </message>
    <message>
        <source>It is no file of its own. Choose the file that it stands for.</source>
        <translation>Es ist keine eigene Datei. Die Datei wählen, für die es steht.</translation>
    </message>
    <message>
        <source>It was not read whole.</source>
        <translation>Es wurde nicht ganz gelesen.</translation>
    </message>
    <message>
        <source>The target names no layout in unmoor.toml.</source>
        <translation>Das Ziel nennt kein Layout in unmoor.toml.</translation>
    </message>
    <message>
        <source>No line of the layout names it.</source>
        <translation>Keine Zeile des Layouts nennt es.</translation>
    </message>
</context>
<context>
    <name>unmoor::DerivationsModel</name>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Whole log</source>
        <translation>Ganzes Protokoll</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%L1 lines</source>
        <translation>%L1 Zeilen</translation>
    </message>
    <message>
        <source>%1: %2 built, %3 fetched</source>
        <translation>%1: %2 gebaut, %3 geladen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>failed after %1</source>
        <translation>nach %1 gescheitert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>waits for a lock: another run of Nix builds it</source>
        <translation>wartet auf eine Sperre: Ein anderer Lauf von Nix baut es</translation>
    </message>
    <message>
        <source>fetched</source>
        <translation>geladen</translation>
    </message>
    <message>
        <source>built</source>
        <translation>gebaut</translation>
    </message>
    <message>
        <source>stopped after %1</source>
        <translation>nach %1 angehalten</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>will be fetched</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <source>waits for what it needs</source>
        <translation>wartet auf das, was es braucht</translation>
    </message>
    <message>
        <source>waits for a free slot</source>
        <translation>wartet auf einen freien Platz</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>waits for %1 and %2 more</source>
        <translation>wartet auf %1 und %2 weitere</translation>
    </message>
    <message>
        <source>longer than usual: %1, usually %2</source>
        <translation>länger als sonst: %1, sonst %2</translation>
    </message>
    <message>
        <source>quiet for %1</source>
        <translation>schweigt seit %1</translation>
    </message>
    <message>
        <source>%1, %2 % of usual time</source>
        <translation>%1, %2 % der üblichen Zeit</translation>
    </message>
    <message>
        <source>fetching</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
</context>
<context>
    <name>unmoor::DeviceLogin</name>
    <message>
        <source>Could not get a code to sign in with</source>
        <translation>Ein Code zum Anmelden war nicht zu bekommen</translation>
    </message>
    <message>
        <source>The code was not entered in time. Sign in again for a new one.</source>
        <translation>Der Code wurde nicht rechtzeitig eingegeben. Für einen neuen noch einmal anmelden.</translation>
    </message>
    <message>
        <source>Could not ask whether the code was entered</source>
        <translation>Ob der Code eingegeben wurde, war nicht zu erfragen</translation>
    </message>
</context>
<context>
    <name>unmoor::DraftTargets</name>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1 was not proposed: %2.</source>
        <translation>%1 wurde nicht vorgeschlagen: %2.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Flake output</source>
        <translation>Ausgabe des Flakes</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
</context>
<context>
    <name>unmoor::EditorPane</name>
    <message>
        <source>Sec&amp;tion</source>
        <translation>A&amp;bschnitt</translation>
    </message>
    <message>
        <source>&amp;Undo all</source>
        <translation>Alles &amp;rückgängig</translation>
    </message>
    <message>
        <source>&amp;Open file</source>
        <translation>&amp;Datei öffnen</translation>
    </message>
    <message>
        <source>Opens the whole file in the editor of your system.</source>
        <translation>Öffnet die ganze Datei im Editor des Systems.</translation>
    </message>
    <message>
        <source>Brings back the section as it is on disk.</source>
        <translation>Holt den Abschnitt zurück, wie er auf dem Datenträger steht.</translation>
    </message>
    <message>
        <source>Makes or fills the section: from Unreleased, from the commits, from GitHub.</source>
        <translation>Legt den Abschnitt an oder füllt ihn: aus Unreleased, aus den Commits, von GitHub.</translation>
    </message>
    <message>
        <source>Commands for the section</source>
        <translation>Befehle für den Abschnitt</translation>
    </message>
    <message>
        <source>no line can change</source>
        <translation>keine Zeile ist änderbar</translation>
    </message>
    <message>
        <source>only line %1 can change</source>
        <translation>nur Zeile %1 ist änderbar</translation>
    </message>
    <message>
        <source>only lines %1–%2 can change</source>
        <translation>nur Zeilen %1–%2 sind änderbar</translation>
    </message>
    <message>
        <source>Text of %1, %2</source>
        <translation>Text von %1, %2</translation>
    </message>
    <message>
        <source>Only lines %1 to %2 can be changed here.</source>
        <translation>Nur die Zeilen %1 bis %2 sind hier änderbar.</translation>
    </message>
</context>
<context>
    <name>unmoor::EntryInspector</name>
    <message>
        <source>Copy all of it as Markdown</source>
        <translation>Alles als Markdown kopieren</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>How it finds its libraries</source>
        <translation>Wie es seine Bibliotheken findet</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>%L1 more findings are in the Markdown copy.</source>
        <translation>%L1 weitere Befunde stehen in der Kopie als Markdown.</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Paths of /nix/store in it</source>
        <translation>Pfade in /nix/store darin</translation>
    </message>
</context>
<context>
    <name>unmoor::EntryMenu</name>
    <message>
        <source>It is accepted in unmoor.toml. Take it out there.</source>
        <translation>Es ist in unmoor.toml akzeptiert. Dort herausnehmen.</translation>
    </message>
    <message>
        <source>It says that the archive is not whole. That cannot be accepted.</source>
        <translation>Es sagt, dass das Archiv nicht ganz ist. Das kann nicht akzeptiert werden.</translation>
    </message>
    <message>
        <source>It is only a note. There is nothing to accept.</source>
        <translation>Es ist nur ein Hinweis. Es gibt nichts zu akzeptieren.</translation>
    </message>
    <message>
        <source>What to do with %1</source>
        <translation>Was mit %1 zu tun ist</translation>
    </message>
    <message>
        <source>This row stands for several entries. Open it first.</source>
        <translation>Diese Zeile steht für mehrere Einträge. Erst öffnen.</translation>
    </message>
    <message>
        <source>&amp;Open as text</source>
        <translation>Als &amp;Text öffnen</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter …</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Show in the &amp;layout</source>
        <translation>Im &amp;Layout anzeigen</translation>
    </message>
    <message>
        <source>&amp;Accept with a reason…</source>
        <translation>Mit einem Grund &amp;akzeptieren …</translation>
    </message>
    <message>
        <source>Nothing was found about this entry.</source>
        <translation>Über diesen Eintrag wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>&amp;Take back the acceptance of %1</source>
        <translation>Die Zustimmung zu %1 &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Accept %1 with a reason…</source>
        <translation>%1 mit einem Grund &amp;akzeptieren …</translation>
    </message>
</context>
<context>
    <name>unmoor::FactModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>unmoor::FailureCard</name>
    <message>
        <source>Last lines of %1</source>
        <translation>Letzte Zeilen von %1</translation>
    </message>
    <message>
        <source>Show Nix&apos;s own &amp;words</source>
        <translation>Die &amp;Worte von Nix zeigen</translation>
    </message>
    <message>
        <source>Hide Nix&apos;s own &amp;words</source>
        <translation>Die &amp;Worte von Nix verbergen</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>1 step did not run only because of this one:</source>
        <translation>1 Schritt lief nur wegen dieses einen nicht:</translation>
    </message>
    <message>
        <source>%1 steps did not run only because of this one:</source>
        <translation>%1 Schritte liefen nur wegen dieses einen nicht:</translation>
    </message>
    <message>
        <source>specified</source>
        <translation>angegeben</translation>
    </message>
    <message>
        <source>got</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>Offered edit</source>
        <translation>Angebotene Änderung</translation>
    </message>
    <message>
        <source>Offered edit of %1</source>
        <translation>Angebotene Änderung an %1</translation>
    </message>
    <message>
        <source>Nix&apos;s own words</source>
        <translation>Die Worte von Nix</translation>
    </message>
</context>
<context>
    <name>unmoor::FailureDesk</name>
    <message>
        <source>That could not be done</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>flake.lock was not updated</source>
        <translation>flake.lock wurde nicht aktualisiert</translation>
    </message>
    <message>
        <source>Log of %1</source>
        <translation>Protokoll von %1</translation>
    </message>
    <message>
        <source>The log cannot be shown</source>
        <translation>Das Protokoll kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>What builds for %1</source>
        <translation>Was für %1 baut</translation>
    </message>
    <message>
        <source>The processes cannot be shown</source>
        <translation>Die Prozesse können nicht gezeigt werden</translation>
    </message>
</context>
<context>
    <name>unmoor::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the changelog</source>
        <translation>Im Changelog suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace in the section with</source>
        <translation>Im Abschnitt ersetzen durch</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nächstes</translation>
    </message>
    <message>
        <source>Pre&amp;vious</source>
        <translation>&amp;Voriges</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>E&amp;rsetzen</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>&amp;Alle ersetzen</translation>
    </message>
    <message>
        <source>From the top again</source>
        <translation>Wieder von oben</translation>
    </message>
    <message>
        <source>From the end again</source>
        <translation>Wieder von unten</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>This line cannot be changed here</source>
        <translation>Diese Zeile ist hier nicht änderbar</translation>
    </message>
    <message>
        <source>Replaced 1 time in the section</source>
        <translation>Im Abschnitt 1-mal ersetzt</translation>
    </message>
    <message>
        <source>Replaced %1 times in the section</source>
        <translation>Im Abschnitt %1-mal ersetzt</translation>
    </message>
</context>
<context>
    <name>unmoor::FindingCard</name>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Otherwise: %1</source>
        <translation>Sonst: %1</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>Abhilfe: %1</translation>
    </message>
    <message>
        <source>Copy the &amp;fix</source>
        <translation>Abhilfe &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Accept with a reason…</source>
        <translation>Mit einem Grund &amp;akzeptieren …</translation>
    </message>
</context>
<context>
    <name>unmoor::FindingsList</name>
    <message>
        <source>not looked at yet</source>
        <translation>noch nicht angesehen</translation>
    </message>
</context>
<context>
    <name>unmoor::ForecastRow</name>
    <message>
        <source>More for %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Build elsewhere, adopt a finished archive, or leave this target out</source>
        <translation>Anderswo bauen, ein fertiges Archiv übernehmen, oder dieses Ziel auslassen</translation>
    </message>
    <message>
        <source>&amp;Build on</source>
        <translation>&amp;Bauen auf</translation>
    </message>
    <message>
        <source>&amp;Set up a machine…</source>
        <translation>&amp;Rechner einrichten …</translation>
    </message>
    <message>
        <source>&amp;Adopt a file…</source>
        <translation>Datei &amp;übernehmen …</translation>
    </message>
    <message>
        <source>&amp;Leave out of this release</source>
        <translation>In dieser Veröffentlichung &amp;auslassen</translation>
    </message>
    <message>
        <source>nothing to build</source>
        <translation>nichts zu bauen</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>noch nicht angesehen</translation>
    </message>
    <message>
        <source>fetch %1</source>
        <translation>%1 laden</translation>
    </message>
    <message>
        <source>fetch</source>
        <translation>laden</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Build on %1</source>
        <translation>Auf %1 bauen</translation>
    </message>
    <message>
        <source>Build %1 on %2</source>
        <translation>%1 auf %2 bauen</translation>
    </message>
    <message>
        <source>Set up a machine that builds %1</source>
        <translation>Einen Rechner einrichten, der %1 baut</translation>
    </message>
    <message>
        <source>Adopt a file for %1</source>
        <translation>Eine Datei für %1 übernehmen</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Auslassen</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>%1 auslassen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>&amp;Take back in</source>
        <translation>&amp;Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Take %1 back in</source>
        <translation>%1 wieder aufnehmen</translation>
    </message>
    <message>
        <source>GitHub Actions builds it</source>
        <translation>GitHub Actions baut es</translation>
    </message>
</context>
<context>
    <name>unmoor::GateRow</name>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
</context>
<context>
    <name>unmoor::GuideDesk</name>
    <message>
        <source>Choose an archive of %1</source>
        <translation>Ein Archiv von %1 wählen</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Asking for the files of %1…</source>
        <translation>Die Dateien von %1 werden erfragt …</translation>
    </message>
    <message>
        <source>Reading was canceled. The text is as it was.</source>
        <translation>Das Lesen wurde abgebrochen. Der Text ist, wie er war.</translation>
    </message>
    <message>
        <source>These layouts are in the text already.</source>
        <translation>Diese Layouts stehen schon im Text.</translation>
    </message>
    <message>
        <source>Layouts of %1 are in the text. Prune them: what may come and go belongs in allow.</source>
        <translation>Layouts von %1 stehen im Text. Kürzen: Was kommen und gehen darf, gehört in allow.</translation>
    </message>
</context>
<context>
    <name>unmoor::GuideForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Repository</source>
        <translation>&amp;Repository</translation>
    </message>
    <message>
        <source>owner/name, unless the git remote says it</source>
        <translation>owner/name, wenn das git-Remote es nicht sagt</translation>
    </message>
    <message>
        <source>C&amp;hangelog</source>
        <translation>C&amp;hangelog</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>from an attribute of the flake</source>
        <translation>aus einem Attribut des Flakes</translation>
    </message>
    <message>
        <source>out of a file</source>
        <translation>aus einer Datei</translation>
    </message>
    <message>
        <source>as it stands here</source>
        <translation>wie sie hier steht</translation>
    </message>
    <message>
        <source>Where the version is, or the version itself</source>
        <translation>Wo die Version steht, oder die Version selbst</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>&amp;Version</translation>
    </message>
    <message>
        <source>&amp;Pattern</source>
        <translation>&amp;Muster</translation>
    </message>
</context>
<context>
    <name>unmoor::GuidePage</name>
    <message>
        <source>Set up %1</source>
        <translation>%1 einrichten</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>&amp;Dorthin</translation>
    </message>
    <message>
        <source>Look &amp;again</source>
        <translation>Noch einmal an&amp;sehen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Create &amp;unmoor.toml</source>
        <translation>&amp;unmoor.toml anlegen</translation>
    </message>
    <message>
        <source>Layout from an a&amp;rchive…</source>
        <translation>Layout aus einem &amp;Archiv …</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Targets to release</source>
        <translation>Ziele der Veröffentlichung</translation>
    </message>
    <message>
        <source>Text of unmoor.toml</source>
        <translation>Text von unmoor.toml</translation>
    </message>
    <message>
        <source>&amp;Trust…</source>
        <translation>&amp;Vertrauen …</translation>
    </message>
    <message>
        <source>The flake was not evaluated</source>
        <translation>Das Flake wurde nicht ausgewertet</translation>
    </message>
    <message>
        <source>Nothing of this checkout runs, since nobody said that its makers are trusted. The proposal is made of what its files say.</source>
        <translation>Nichts aus diesem Checkout wird ausgeführt, da niemand gesagt hat, dass denen vertraut wird, die ihn gemacht haben. Der Vorschlag entsteht aus dem, was seine Dateien sagen.</translation>
    </message>
    <message>
        <source>The proposal comes once the folder was looked through.</source>
        <translation>Der Vorschlag kommt, wenn der Ordner angesehen ist.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>The reader takes it: %1</source>
        <translation>Der Leser nimmt es an: %1</translation>
    </message>
    <message>
        <source>no target yet, so that nothing would be built</source>
        <translation>noch kein Ziel, so dass nichts gebaut würde</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>1 target</source>
        <translation>1 Ziel</translation>
    </message>
    <message>
        <source>%1 targets</source>
        <translation>%1 Ziele</translation>
    </message>
    <message>
        <source>1 layout</source>
        <translation>1 Layout</translation>
    </message>
    <message>
        <source>%1 layouts</source>
        <translation>%1 Layouts</translation>
    </message>
    <message>
        <source>Line %1 is to be mended first.</source>
        <translation>Erst ist Zeile %1 zu berichtigen.</translation>
    </message>
    <message>
        <source>Choose a ticked target in the list first.</source>
        <translation>Erst ein angekreuztes Ziel in der Liste wählen.</translation>
    </message>
    <message>
        <source>Layouts from the last re&amp;lease</source>
        <translation>Layouts der &amp;letzten Veröffentlichung</translation>
    </message>
    <message>
        <source>&amp;Layouts from %1</source>
        <translation>&amp;Layouts von %1</translation>
    </message>
    <message>
        <source>No release of this project is known.</source>
        <translation>Von diesem Projekt ist keine Veröffentlichung bekannt.</translation>
    </message>
    <message>
        <source>Line %1 of the text is to be mended</source>
        <translation>Zeile %1 des Textes ist zu berichtigen</translation>
    </message>
    <message>
        <source>Nothing is written until you create it</source>
        <translation>Nichts wird geschrieben, bis es angelegt wird</translation>
    </message>
</context>
<context>
    <name>unmoor::HeaderBar</name>
    <message>
        <source>changed since</source>
        <translation>seither geändert</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>nicht verglichen</translation>
    </message>
    <message>
        <source>not clean</source>
        <translation>nicht sauber</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>Unmoor</source>
        <translation>Unmoor</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Project: none is open</source>
        <translation>Projekt: keines ist offen</translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation>Projekt: %1</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Projekt ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Version %1 becomes tag %2</source>
        <translation>Version %1 wird Tag %2</translation>
    </message>
    <message>
        <source>detached</source>
        <translation>ohne Branch</translation>
    </message>
    <message>
        <source>no commit</source>
        <translation>kein Commit</translation>
    </message>
    <message>
        <source>%1 @ %2</source>
        <translation>%1 @ %2</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find or run a command</source>
        <translation>Befehl suchen oder ausführen</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>Find or run a command, Ctrl+K</source>
        <translation>Befehl suchen oder ausführen, Strg+K</translation>
    </message>
</context>
<context>
    <name>unmoor::HistoryDesk</name>
    <message>
        <source>The history could not be read</source>
        <translation>Der Verlauf konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Export the history as CSV</source>
        <translation>Verlauf als CSV exportieren</translation>
    </message>
    <message>
        <source>The history was not exported</source>
        <translation>Der Verlauf wurde nicht exportiert</translation>
    </message>
</context>
<context>
    <name>unmoor::HistoryPage</name>
    <message numerus="yes">
        <source>the last %n releases</source>
        <translation>
            <numerusform>die letzte Veröffentlichung</numerusform>
            <numerusform>die letzten %n Veröffentlichungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 release</source>
        <translation>1 Veröffentlichung</translation>
    </message>
    <message numerus="yes">
        <source>%n releases</source>
        <translation>
            <numerusform>%n Veröffentlichung</numerusform>
            <numerusform>%n Veröffentlichungen</numerusform>
        </translation>
    </message>
    <message>
        <source>a warm release takes %1, a cold one %2</source>
        <translation>eine warme Veröffentlichung dauert %1, eine kalte %2</translation>
    </message>
    <message>
        <source>a warm release takes %1</source>
        <translation>eine warme Veröffentlichung dauert %1</translation>
    </message>
    <message>
        <source>a cold release takes %1</source>
        <translation>eine kalte Veröffentlichung dauert %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Re&amp;leases</source>
        <translation>Ve&amp;röffentlichungen</translation>
    </message>
    <message>
        <source>Show &amp;details</source>
        <translation>&amp;Einzelheiten anzeigen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Open on the host</source>
        <translation>Auf dem &amp;Host öffnen</translation>
    </message>
    <message>
        <source>Free &amp;space…</source>
        <translation>&amp;Platz schaffen …</translation>
    </message>
    <message>
        <source>More about the history</source>
        <translation>Mehr zum Verlauf</translation>
    </message>
    <message>
        <source>Nothing has been built or released here yet.</source>
        <translation>Hier wurde noch nichts gebaut oder veröffentlicht.</translation>
    </message>
    <message>
        <source>Go to the &amp;plan</source>
        <translation>Zum &amp;Plan</translation>
    </message>
    <message>
        <source>Filter releases</source>
        <translation>Veröffentlichungen filtern</translation>
    </message>
    <message>
        <source>Back to the list of releases (Esc)</source>
        <translation>Zurück zur Liste der Veröffentlichungen (Esc)</translation>
    </message>
    <message>
        <source>Release to compare with</source>
        <translation>Veröffentlichung zum Vergleichen</translation>
    </message>
    <message>
        <source>The release that it is compared with</source>
        <translation>Die Veröffentlichung, mit der verglichen wird</translation>
    </message>
    <message>
        <source>See what the results of these releases keep on the disk, and let go of it</source>
        <translation>Ansehen, was die Ergebnisse dieser Veröffentlichungen auf dem Datenträger belegen, und es loslassen</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>Als &amp;CSV exportieren …</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Veröffentlichungen</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Der Verlauf wird gelesen …</translation>
    </message>
    <message>
        <source>Reading what is kept of %1…</source>
        <translation>Was von %1 behalten ist, wird gelesen …</translation>
    </message>
    <message>
        <source>Comparing %1 with %2…</source>
        <translation>%1 wird mit %2 verglichen …</translation>
    </message>
    <message>
        <source>Compare %1 with %2. Select two releases to compare others</source>
        <translation>%1 mit %2 vergleichen. Zwei Veröffentlichungen auswählen, um andere zu vergleichen</translation>
    </message>
    <message>
        <source>Select two releases, or one that has another before it.</source>
        <translation>Zwei Veröffentlichungen auswählen, oder eine, die eine andere vor sich hat.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>what changed from one to the other</source>
        <translation>was sich von einer zur anderen geändert hat</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>&amp;Take back, or put back…</source>
        <translation>&amp;Zurücknehmen oder wiederherstellen …</translation>
    </message>
</context>
<context>
    <name>unmoor::HostDialog</name>
    <message>
        <source>&amp;Add machine</source>
        <translation>Rechner &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Keep changes</source>
        <translation>Änderungen &amp;behalten</translation>
    </message>
    <message>
        <source>Add a machine</source>
        <translation>Rechner hinzufügen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Ben&amp;utzer</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>Private &amp;key</source>
        <translation>Privater &amp;Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Remote program</source>
        <translation>Programm &amp;dort</translation>
    </message>
    <message>
        <source>&amp;Builds for</source>
        <translation>&amp;Baut für</translation>
    </message>
    <message>
        <source>&amp;Targets at once</source>
        <translation>&amp;Ziele zugleich</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>mac-mini</source>
        <translation>mac-mini</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>mac-mini.local, an IP address, or a name of ~/.ssh/config</source>
        <translation>mac-mini.local, eine IP-Adresse, oder ein Name aus ~/.ssh/config</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>as ssh chooses</source>
        <translation>wie ssh wählt</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Private key file</source>
        <translation>Datei des privaten Schlüssels</translation>
    </message>
    <message>
        <source>your agent and ssh&apos;s own keys</source>
        <translation>der Agent und die Schlüssel von ssh</translation>
    </message>
    <message>
        <source>Remote program</source>
        <translation>Programm dort</translation>
    </message>
    <message>
        <source>nix-daemon, as found on the PATH there</source>
        <translation>nix-daemon, wie es dort im PATH ist</translation>
    </message>
    <message>
        <source>Builds for</source>
        <translation>Baut für</translation>
    </message>
    <message>
        <source>empty: the probe finds out</source>
        <translation>leer: Die Prüfung findet es heraus</translation>
    </message>
    <message>
        <source>Targets at once</source>
        <translation>Ziele zugleich</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>Choose the private key file</source>
        <translation>Datei des privaten Schlüssels wählen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>There is no file %1. Choose the private key, or leave the field empty to use your agent.</source>
        <translation>Es gibt keine Datei %1. Den privaten Schlüssel wählen, oder das Feld leer lassen, um den Agenten zu verwenden.</translation>
    </message>
    <message>
        <source>%1 is the public half. Choose the private key, which has the same name without .pub.</source>
        <translation>%1 ist die öffentliche Hälfte. Den privaten Schlüssel wählen, der ebenso heißt, ohne .pub.</translation>
    </message>
</context>
<context>
    <name>unmoor::HostKeyDialog</name>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Jetzt nicht</translation>
    </message>
    <message>
        <source>Compare the keys of %1</source>
        <translation>Schlüssel von %1 vergleichen</translation>
    </message>
    <message>
        <source>Trust %1</source>
        <translation>%1 vertrauen</translation>
    </message>
    <message>
        <source>%1 shows a different host key than before</source>
        <translation>%1 zeigt einen anderen Hostschlüssel als bisher</translation>
    </message>
    <message>
        <source>Is this %1?</source>
        <translation>Ist das %1?</translation>
    </message>
    <message>
        <source>The machine may have been reinstalled, or someone answers in its place. Nothing is sent until you decide.</source>
        <translation>Der Rechner wurde vielleicht neu installiert, oder jemand antwortet an seiner Stelle. Nichts wird gesendet, bis das entschieden ist.</translation>
    </message>
    <message>
        <source>No key of %1 is known yet, so nothing tells it from a machine that answers in its place. Nothing was sent to it.</source>
        <translation>Von %1 ist noch kein Schlüssel bekannt, also unterscheidet ihn nichts von einem Rechner, der an seiner Stelle antwortet. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Known until now</source>
        <translation>Bisher bekannt</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Jetzt gezeigt</translation>
    </message>
    <message>
        <source>Its fingerprint</source>
        <translation>Sein Fingerabdruck</translation>
    </message>
    <message>
        <source>Compare it with what the machine itself says:</source>
        <translation>Ihn mit dem vergleichen, was der Rechner selbst sagt:</translation>
    </message>
    <message>
        <source>&amp;I compared the key on the machine itself: it is the one shown now</source>
        <translation>Der Schlüssel ist am &amp;Rechner selbst verglichen: Es ist der jetzt gezeigte</translation>
    </message>
    <message>
        <source>&amp;Replace the known key of %1</source>
        <translation>Den bekannten Schlüssel von %1 &amp;ersetzen</translation>
    </message>
    <message>
        <source>&amp;Trust this key</source>
        <translation>Diesem Schlüssel &amp;vertrauen</translation>
    </message>
</context>
<context>
    <name>unmoor::HostLogin</name>
    <message>
        <source>Signing in to %1 was canceled.</source>
        <translation>Die Anmeldung bei %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Signing in to %1 was canceled while the keychain was asked.</source>
        <translation>Die Anmeldung bei %1 wurde abgebrochen, während der Schlüsselbund gefragt wurde.</translation>
    </message>
    <message>
        <source>%1 is not signed in at %2. Sign in first: unmoor token set --host %3</source>
        <translation>%1 ist bei %2 nicht angemeldet. Erst anmelden: unmoor token set --host %3</translation>
    </message>
    <message>
        <source>Not signed in to %1, so there is no token to check.</source>
        <translation>Nicht bei %1 angemeldet, also gibt es kein Token zu prüfen.</translation>
    </message>
</context>
<context>
    <name>unmoor::LargestModel</name>
    <message>
        <source>copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>%1 symbols</source>
        <translation>%1 Symbole</translation>
    </message>
</context>
<context>
    <name>unmoor::LayoutDialog</name>
    <message>
        <source>Propose a layout</source>
        <translation>Layout vorschlagen</translation>
    </message>
    <message>
        <source>This archive meets the layout below. Take out what need not be there, put it into unmoor.toml, and name it in a target with layout = &quot;%1&quot;.</source>
        <translation>Dieses Archiv erfüllt das Layout unten. Herausnehmen, was nicht da sein muss, es in unmoor.toml setzen und in einem Ziel nennen, mit layout = &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>This archive meets the layout below. Take out what need not be there, put it into unmoor.toml, and add layout = &quot;%1&quot; to the target %2.</source>
        <translation>Dieses Archiv erfüllt das Layout unten. Herausnehmen, was nicht da sein muss, es in unmoor.toml setzen und dem Ziel %2 layout = &quot;%1&quot; hinzufügen.</translation>
    </message>
    <message>
        <source>Proposed layout</source>
        <translation>Vorgeschlagenes Layout</translation>
    </message>
    <message>
        <source>&amp;Copy the layout</source>
        <translation>Layout &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>unmoor::LayoutPlaceDialog</name>
    <message>
        <source>No line of the layout %1 names %2.</source>
        <translation>Keine Zeile des Layouts %1 nennt %2.</translation>
    </message>
    <message>
        <source>The marked line of the layout %1 allows %2: it may be there.</source>
        <translation>Die markierte Zeile des Layouts %1 erlaubt %2: Es darf da sein.</translation>
    </message>
    <message>
        <source>The marked line of the layout %1 asks for %2.</source>
        <translation>Die markierte Zeile des Layouts %1 verlangt %2.</translation>
    </message>
    <message>
        <source>In the layout</source>
        <translation>Im Layout</translation>
    </message>
    <message>
        <source>Layout %1</source>
        <translation>Layout %1</translation>
    </message>
</context>
<context>
    <name>unmoor::LogDialog</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>The build of %1 for %2 failed, %3.</source>
        <translation>Der Build von %1 für %2 scheiterte, %3.</translation>
    </message>
    <message>
        <source>The build of %1 for %2 was canceled, %3.</source>
        <translation>Der Build von %1 für %2 wurde abgebrochen, %3.</translation>
    </message>
    <message>
        <source>The build of %1 for %2 succeeded, %3.</source>
        <translation>Der Build von %1 für %2 gelang, %3.</translation>
    </message>
    <message>
        <source>Log of %1</source>
        <translation>Protokoll von %1</translation>
    </message>
    <message>
        <source>The log could not be read: %1</source>
        <translation>Das Protokoll konnte nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>unmoor::LogPanel</name>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Find in log  Ctrl+F</source>
        <translation>Im Protokoll suchen  Strg+F</translation>
    </message>
    <message>
        <source>Find in log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Enter goes to the next line that has it, Shift+Enter to the one before</source>
        <translation>Eingabetaste geht zur nächsten Zeile damit, Umschalt+Eingabetaste zur vorigen</translation>
    </message>
    <message>
        <source>Follow or hold the log</source>
        <translation>Dem Protokoll folgen oder es halten</translation>
    </message>
    <message>
        <source>Go to the next problem (F8); Shift+F8 goes back</source>
        <translation>Zum nächsten Problem (F8); Umschalt+F8 geht zurück</translation>
    </message>
    <message>
        <source>Find a regular expression</source>
        <translation>Regulären Ausdruck suchen</translation>
    </message>
    <message>
        <source>Find a regular expression. Case does not matter unless it begins with (?-i)</source>
        <translation>Einen regulären Ausdruck suchen. Groß- und Kleinschreibung zählt nur, wenn er mit (?-i) beginnt</translation>
    </message>
    <message>
        <source>&amp;All lines</source>
        <translation>&amp;Alle Zeilen</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>&amp;Warnings and errors</source>
        <translation>&amp;Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>&amp;Errors</source>
        <translation>&amp;Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Which lines are shown</source>
        <translation>Welche Zeilen gezeigt werden</translation>
    </message>
    <message>
        <source>Go to the first &amp;error</source>
        <translation>Zum ersten &amp;Fehler</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>&amp;Zeiten</translation>
    </message>
    <message>
        <source>&amp;Save log as…</source>
        <translation>Protokoll &amp;speichern unter …</translation>
    </message>
    <message>
        <source>More about this log</source>
        <translation>Mehr zu diesem Protokoll</translation>
    </message>
    <message>
        <source>First error, times, save</source>
        <translation>Erster Fehler, Zeiten, Speichern</translation>
    </message>
    <message>
        <source>Since the &amp;start</source>
        <translation>Seit dem &amp;Beginn</translation>
    </message>
    <message>
        <source>Time of &amp;day</source>
        <translation>&amp;Uhrzeit</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>Whole log</source>
        <translation>Ganzes Protokoll</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%L1 lines</source>
        <translation>%L1 Zeilen</translation>
    </message>
    <message>
        <source>on %1 · %2</source>
        <translation>auf %1 · %2</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%L1 errors</source>
        <translation>%L1 Fehler</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>%L1 warnings</source>
        <translation>%L1 Warnungen</translation>
    </message>
    <message>
        <source>%1  F8</source>
        <translation>%1  F8</translation>
    </message>
    <message>
        <source>Next problem: %1, %2</source>
        <translation>Nächstes Problem: %1, %2</translation>
    </message>
    <message>
        <source>not a pattern</source>
        <translation>kein Muster</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>sucht …</translation>
    </message>
    <message>
        <source>%L1 of %L2%3</source>
        <translation>%L1 von %L2%3</translation>
    </message>
    <message>
        <source>Messages of the run</source>
        <translation>Meldungen des Laufs</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>The log was not saved</source>
        <translation>Das Protokoll wurde nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>unmoor::LogView</name>
    <message>
        <source>Build log</source>
        <translation>Build-Protokoll</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alles &amp;auswählen</translation>
    </message>
    <message>
        <source>&amp;Open link</source>
        <translation>Link ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Copy &amp;link address</source>
        <translation>Adresse des &amp;Links kopieren</translation>
    </message>
    <message>
        <source>%1 (Ctrl+click opens it)</source>
        <translation>%1 (Strg+Klick öffnet es)</translation>
    </message>
    <message>
        <source>No log lines. A build of what is there already writes none.</source>
        <translation>Keine Protokollzeilen. Ein Build dessen, was schon da ist, schreibt keine.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n lines is of this kind.</source>
        <translation>
            <numerusform>Die eine Zeile ist nicht von dieser Art.</numerusform>
            <numerusform>Keine der %n Zeilen ist von dieser Art.</numerusform>
        </translation>
    </message>
    <message>
        <source>No line yet.</source>
        <translation>Noch keine Zeile.</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%L1 lines</source>
        <translation>%L1 Zeilen</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%L1 errors</source>
        <translation>%L1 Fehler</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>%L1 warnings</source>
        <translation>%L1 Warnungen</translation>
    </message>
    <message>
        <source>%1, folded: %2</source>
        <translation>%1, eingeklappt: %2</translation>
    </message>
    <message>
        <source>%1, open</source>
        <translation>%1, offen</translation>
    </message>
    <message>
        <source>Open all &amp;groups</source>
        <translation>Alle &amp;Gruppen aufklappen</translation>
    </message>
    <message>
        <source>&amp;Fold all groups</source>
        <translation>Alle Gruppen &amp;einklappen</translation>
    </message>
</context>
<context>
    <name>unmoor::LookPage</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Of this window on this machine</source>
        <translation>Dieses Fensters auf diesem Rechner</translation>
    </message>
    <message>
        <source>As the s&amp;ystem is</source>
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
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language, from the next start on</source>
        <translation>Sprache, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Lan&amp;guage, from the next start on</source>
        <translation>Sp&amp;rache, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>High contrast, &amp;black on white</source>
        <translation>Hoher Kontrast, &amp;schwarz auf weiß</translation>
    </message>
    <message>
        <source>High contrast, &amp;white on black</source>
        <translation>Hoher Kontrast, &amp;weiß auf schwarz</translation>
    </message>
</context>
<context>
    <name>unmoor::Machines</name>
    <message>
        <source>There is no machine called %1.</source>
        <translation>Es gibt keinen Rechner namens %1.</translation>
    </message>
    <message>
        <source>Add it in Settings, or with unmoor host add.</source>
        <translation>Ihn in den Einstellungen hinzufügen, oder mit unmoor host add.</translation>
    </message>
    <message>
        <source>The machine showed no host key: look at it again first.</source>
        <translation>Der Rechner zeigte keinen Hostschlüssel: ihn erst noch einmal ansehen.</translation>
    </message>
</context>
<context>
    <name>unmoor::MachinesPage</name>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Builds for</source>
        <translation>Baut für</translation>
    </message>
    <message>
        <source>Last probe</source>
        <translation>Letzte Prüfung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>&amp;Add machine…</source>
        <translation>Rechner &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Where targets are built</source>
        <translation>Wo Ziele gebaut werden</translation>
    </message>
    <message>
        <source>Nix does not answer on this machine</source>
        <translation>Nix antwortet auf diesem Rechner nicht</translation>
    </message>
    <message>
        <source>No target of the open project is built there. Nothing changes on the machine itself.</source>
        <translation>Kein Ziel des offenen Projekts wird dort gebaut. Am Rechner selbst ändert sich nichts.</translation>
    </message>
    <message>
        <source>%1 is built there, and moves to another machine that builds it. Nothing changes on the machine itself.</source>
        <translation>%1 wird dort gebaut und zieht zu einem anderen Rechner um, der es baut. Am Rechner selbst ändert sich nichts.</translation>
    </message>
    <message>
        <source>Remove a machine</source>
        <translation>Rechner entfernen</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>&amp;Remove %1</source>
        <translation>%1 &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>Es &amp;behalten</translation>
    </message>
    <message>
        <source>%1 was not removed</source>
        <translation>%1 wurde nicht entfernt</translation>
    </message>
    <message>
        <source>The change was not kept</source>
        <translation>Die Änderung wurde nicht behalten</translation>
    </message>
    <message>
        <source>The key was not written down</source>
        <translation>Der Schlüssel wurde nicht eingetragen</translation>
    </message>
</context>
<context>
    <name>unmoor::MainWindow</name>
    <message>
        <source>Unmoor</source>
        <translation>Unmoor</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>kein Projekt ist offen</translation>
    </message>
    <message>
        <source>Show Plan</source>
        <translation>Plan anzeigen</translation>
    </message>
    <message>
        <source>Show Build</source>
        <translation>Bauen anzeigen</translation>
    </message>
    <message>
        <source>Show Archives</source>
        <translation>Archive anzeigen</translation>
    </message>
    <message>
        <source>Show Notes</source>
        <translation>Hinweise anzeigen</translation>
    </message>
    <message>
        <source>Show Publish</source>
        <translation>Veröffentlichen anzeigen</translation>
    </message>
    <message>
        <source>Show History</source>
        <translation>Verlauf anzeigen</translation>
    </message>
    <message>
        <source>Do what the page&apos;s main button says</source>
        <translation>Tun, was der Hauptknopf der Seite sagt</translation>
    </message>
    <message>
        <source>this page has none now</source>
        <translation>diese Seite hat jetzt keinen</translation>
    </message>
    <message>
        <source>Build what is not built yet</source>
        <translation>Bauen, was noch nicht gebaut ist</translation>
    </message>
    <message>
        <source>Cancel all builds</source>
        <translation>Alle Builds abbrechen</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Nächstes Problem</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Voriges Problem</translation>
    </message>
    <message>
        <source>List the problems</source>
        <translation>Probleme auflisten</translation>
    </message>
    <message>
        <source>Next target</source>
        <translation>Nächstes Ziel</translation>
    </message>
    <message>
        <source>Previous target</source>
        <translation>Voriges Ziel</translation>
    </message>
    <message>
        <source>Filter targets</source>
        <translation>Ziele filtern</translation>
    </message>
    <message>
        <source>Save CHANGELOG</source>
        <translation>CHANGELOG speichern</translation>
    </message>
    <message>
        <source>Open the chosen file of the archive as text</source>
        <translation>Die gewählte Datei des Archivs als Text öffnen</translation>
    </message>
    <message>
        <source>Save the chosen file of the archive…</source>
        <translation>Die gewählte Datei des Archivs speichern …</translation>
    </message>
    <message>
        <source>no file of an archive is chosen</source>
        <translation>keine Datei eines Archivs ist gewählt</translation>
    </message>
    <message>
        <source>Check everything again</source>
        <translation>Alles noch einmal prüfen</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Projekt ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Rehearse a release on the sample project</source>
        <translation>&amp;Probelauf mit dem Beispielprojekt</translation>
    </message>
    <message>
        <source>&amp;Sign in…</source>
        <translation>&amp;Anmelden …</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Show the start page</source>
        <translation>Startseite anzeigen</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>Helles Aussehen</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>Dunkles Aussehen</translation>
    </message>
    <message>
        <source>Appearance of the system</source>
        <translation>Aussehen des Systems</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Unmoor</source>
        <translation>Über &amp;Unmoor</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Find or run a command</source>
        <translation>Befehl suchen oder ausführen</translation>
    </message>
    <message>
        <source>Choose the project&apos;s folder</source>
        <translation>Ordner des Projekts wählen</translation>
    </message>
    <message>
        <source>Something runs. Cancel it first, or wait for it.</source>
        <translation>Es läuft etwas. Es erst abbrechen, oder darauf warten.</translation>
    </message>
    <message>
        <source>The rehearsal needs no account: its host is on this machine.</source>
        <translation>Der Probelauf braucht kein Konto: Sein Host ist auf diesem Rechner.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>About Unmoor</source>
        <translation>Über Unmoor</translation>
    </message>
    <message>
        <source>Unmoor %1</source>
        <translation>Unmoor %1</translation>
    </message>
    <message>
        <source>Build, check and publish a release, and see each step. Free software under the GNU GPL, version 3 or later.</source>
        <translation>Eine Veröffentlichung bauen, prüfen und veröffentlichen, und jeden Schritt sehen. Freie Software unter der GNU GPL, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>stand-in</source>
        <translation>Stellvertreter</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>version unknown</source>
        <translation>Version unbekannt</translation>
    </message>
    <message>
        <source>%1 %2 – Unmoor</source>
        <translation>%1 %2 – Unmoor</translation>
    </message>
    <message>
        <source>No project open</source>
        <translation>Kein Projekt offen</translation>
    </message>
    <message>
        <source>Waiting for GitHub until %1</source>
        <translation>Wartet auf GitHub bis %1</translation>
    </message>
    <message>
        <source>Publishing %1</source>
        <translation>%1 wird veröffentlicht</translation>
    </message>
    <message>
        <source>Building: %1</source>
        <translation>Baut: %1</translation>
    </message>
    <message>
        <source>Checking the plan</source>
        <translation>Der Plan wird geprüft</translation>
    </message>
    <message>
        <source>Reading archives</source>
        <translation>Archive werden gelesen</translation>
    </message>
    <message>
        <source>Reading the host</source>
        <translation>Der Host wird gelesen</translation>
    </message>
    <message>
        <source>%1 is published and verified</source>
        <translation>%1 ist veröffentlicht und bestätigt</translation>
    </message>
    <message>
        <source>%1 has no unmoor.toml yet</source>
        <translation>%1 hat noch keine unmoor.toml</translation>
    </message>
    <message>
        <source>The unmoor.toml of %1 cannot be read</source>
        <translation>Die unmoor.toml von %1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>No program was found that opens %1</source>
        <translation>Kein Programm wurde gefunden, das %1 öffnet</translation>
    </message>
    <message>
        <source>Set up a project</source>
        <translation>Projekt einrichten</translation>
    </message>
    <message>
        <source>The text for unmoor.toml was edited, and nothing of it is written yet.</source>
        <translation>Der Text für unmoor.toml wurde bearbeitet, und nichts davon ist geschrieben.</translation>
    </message>
    <message>
        <source>It is lost when you leave this page.</source>
        <translation>Er geht verloren, wenn diese Seite verlassen wird.</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Go on writing</source>
        <translation>&amp;Weiterschreiben</translation>
    </message>
    <message>
        <source>Prepare the next release…</source>
        <translation>Die nächste Veröffentlichung vorbereiten …</translation>
    </message>
    <message>
        <source>Show the runs of GitHub Actions</source>
        <translation>Die Läufe von GitHub Actions zeigen</translation>
    </message>
    <message>
        <source>High contrast appearance, black on white</source>
        <translation>Erscheinungsbild mit hohem Kontrast, schwarz auf weiß</translation>
    </message>
    <message>
        <source>High contrast appearance, white on black</source>
        <translation>Erscheinungsbild mit hohem Kontrast, weiß auf schwarz</translation>
    </message>
</context>
<context>
    <name>unmoor::MatrixModel</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Veröffentlichung</translation>
    </message>
</context>
<context>
    <name>unmoor::MatrixPane</name>
    <message>
        <source>How the targets are shown</source>
        <translation>Wie die Ziele gezeigt werden</translation>
    </message>
    <message>
        <source>Filter, order, columns and height of the targets</source>
        <translation>Filter, Reihenfolge, Spalten und Höhe der Ziele</translation>
    </message>
    <message>
        <source>&amp;Filter targets</source>
        <translation>Ziele &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Sortieren nach</translation>
    </message>
    <message>
        <source>&amp;Taller</source>
        <translation>&amp;Höher</translation>
    </message>
    <message>
        <source>&amp;Lower</source>
        <translation>&amp;Niedriger</translation>
    </message>
    <message>
        <source>As &amp;high as the targets</source>
        <translation>So hoch &amp;wie die Ziele</translation>
    </message>
    <message>
        <source>Usual &amp;columns</source>
        <translation>Übliche S&amp;palten</translation>
    </message>
    <message>
        <source>&amp;Order of unmoor.toml</source>
        <translation>&amp;Reihenfolge von unmoor.toml</translation>
    </message>
    <message>
        <source>&amp;Turn the order around</source>
        <translation>Reihenfolge &amp;umkehren</translation>
    </message>
</context>
<context>
    <name>unmoor::MatrixSplit</name>
    <message>
        <source>Drag to give the targets more or less room; a double click fits them</source>
        <translation>Ziehen gibt den Zielen mehr oder weniger Platz; ein Doppelklick passt ihn an</translation>
    </message>
</context>
<context>
    <name>unmoor::MatrixStrip</name>
    <message>
        <source>Show all targets</source>
        <translation>Alle Ziele anzeigen</translation>
    </message>
    <message>
        <source>Filter targets</source>
        <translation>Ziele filtern</translation>
    </message>
    <message>
        <source>Filter targets by name or place</source>
        <translation>Ziele nach Name oder Ort filtern</translation>
    </message>
    <message>
        <source>&amp;All states</source>
        <translation>&amp;Alle Zustände</translation>
    </message>
    <message>
        <source>&amp;Needs attention</source>
        <translation>Braucht A&amp;ufmerksamkeit</translation>
    </message>
    <message>
        <source>To &amp;build</source>
        <translation>Zu &amp;bauen</translation>
    </message>
    <message>
        <source>&amp;Running or waiting</source>
        <translation>&amp;Laufend oder wartend</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Left out</source>
        <translation>Aus&amp;gelassen</translation>
    </message>
    <message>
        <source>Which states are shown</source>
        <translation>Welche Zustände gezeigt werden</translation>
    </message>
    <message>
        <source>States: %1</source>
        <translation>Zustände: %1</translation>
    </message>
    <message>
        <source>%1 of %2 targets</source>
        <translation>%1 von %2 Zielen</translation>
    </message>
    <message>
        <source>%1 targets</source>
        <translation>%1 Ziele</translation>
    </message>
</context>
<context>
    <name>unmoor::MatrixView</name>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Click to sort; a third click brings the order of unmoor.toml back</source>
        <translation>Klicken sortiert; ein dritter Klick bringt die Reihenfolge von unmoor.toml zurück</translation>
    </message>
    <message>
        <source>No target is like that.</source>
        <translation>So ist kein Ziel.</translation>
    </message>
</context>
<context>
    <name>unmoor::MemberActions</name>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>The file was not opened</source>
        <translation>Die Datei wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>%1 is not a text. Save it to look at it with a program of your choice.</source>
        <translation>%1 ist kein Text. Die Datei speichern, um sie mit einem Programm der eigenen Wahl anzusehen.</translation>
    </message>
    <message>
        <source>Save a file of the archive</source>
        <translation>Datei des Archivs speichern</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>The file was not saved</source>
        <translation>Die Datei wurde nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>unmoor::MergeView</name>
    <message>
        <source>&amp;Use the merged text</source>
        <translation>Zusammengeführten Text &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Decide later</source>
        <translation>&amp;Später entscheiden</translation>
    </message>
    <message>
        <source>… %1 lines that are alike …</source>
        <translation>… %1 gleiche Zeilen …</translation>
    </message>
    <message>
        <source>Lines that are alike</source>
        <translation>Gleiche Zeilen</translation>
    </message>
    <message>
        <source>Difference %1: choose what stays</source>
        <translation>Unterschied %1: wählen, was bleibt</translation>
    </message>
    <message>
        <source>Difference %1: changed on the left only</source>
        <translation>Unterschied %1: nur links geändert</translation>
    </message>
    <message>
        <source>Difference %1: changed on the right only</source>
        <translation>Unterschied %1: nur rechts geändert</translation>
    </message>
    <message>
        <source>Take the left</source>
        <translation>Linkes nehmen</translation>
    </message>
    <message>
        <source>Take the right</source>
        <translation>Rechtes nehmen</translation>
    </message>
    <message>
        <source>Take both, left first</source>
        <translation>Beides nehmen, Linkes zuerst</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 difference, decided</source>
        <translation>1 Unterschied, entschieden</translation>
    </message>
    <message>
        <source>%1 differences, decided</source>
        <translation>%1 Unterschiede, entschieden</translation>
    </message>
    <message>
        <source>%1 of %2 differences to decide</source>
        <translation>%1 von %2 Unterschieden zu entscheiden</translation>
    </message>
</context>
<context>
    <name>unmoor::NotesBook</name>
    <message>
        <source>No project is open.</source>
        <translation>Kein Projekt ist offen.</translation>
    </message>
    <message>
        <source>Write a %1 with a section for this version.</source>
        <translation>Eine %1 mit einem Abschnitt für diese Version schreiben.</translation>
    </message>
    <message>
        <source>With the blocks of unmoor.toml the body has %1 characters; a release&apos;s body holds %2 at most.</source>
        <translation>Mit den Blöcken von unmoor.toml hat der Text %1 Zeichen; der Text einer Veröffentlichung fasst höchstens %2.</translation>
    </message>
    <message>
        <source>Take a block out of [notes], or shorten the section by %1 characters.</source>
        <translation>Einen Block aus [notes] nehmen, oder den Abschnitt um %1 Zeichen kürzen.</translation>
    </message>
    <message>
        <source>There is no section to save into.</source>
        <translation>Es gibt keinen Abschnitt, in den zu speichern wäre.</translation>
    </message>
</context>
<context>
    <name>unmoor::NotesDesk</name>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message>
        <source>The changelog was not created</source>
        <translation>Das Changelog wurde nicht angelegt</translation>
    </message>
    <message>
        <source>The notes are saved, but the project could not be read again</source>
        <translation>Die Hinweise sind gespeichert, aber das Projekt konnte nicht noch einmal gelesen werden</translation>
    </message>
    <message>
        <source>Unsaved notes are not kept</source>
        <translation>Ungespeicherte Hinweise werden nicht gesichert</translation>
    </message>
    <message>
        <source>No draft</source>
        <translation>Kein Entwurf</translation>
    </message>
</context>
<context>
    <name>unmoor::NotesNotice</name>
    <message>
        <source>&amp;Read again</source>
        <translation>Noch einmal &amp;lesen</translation>
    </message>
    <message>
        <source>%1 was not saved</source>
        <translation>%1 wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>&amp;Reload from disk</source>
        <translation>Vom &amp;Datenträger neu laden</translation>
    </message>
    <message>
        <source>%1 changed on disk while it was edited here</source>
        <translation>%1 änderte sich auf dem Datenträger, während es hier bearbeitet wurde</translation>
    </message>
    <message>
        <source>The section is shown as it is on disk; your text was set aside. Bringing it back replaces what is shown, and can be undone.</source>
        <translation>Der Abschnitt ist gezeigt, wie er auf dem Datenträger steht; der eigene Text ist beiseitegelegt. Ihn zurückzuholen ersetzt das Gezeigte und lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Keep both changes</source>
        <translation>Beide Änderungen &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Zusammenführen</translation>
    </message>
    <message>
        <source>&amp;Bring my text back</source>
        <translation>Meinen Text &amp;zurückholen</translation>
    </message>
    <message>
        <source>&amp;Discard my text</source>
        <translation>Meinen Text &amp;verwerfen</translation>
    </message>
    <message>
        <source>Your unsaved text is back</source>
        <translation>Der ungespeicherte Text ist wieder da</translation>
    </message>
    <message>
        <source>It was typed earlier and never saved. It stands in the section again, and is not saved yet.</source>
        <translation>Er wurde früher getippt und nie gespeichert. Er steht wieder im Abschnitt und ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>Es &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Discard it</source>
        <translation>Ihn &amp;verwerfen</translation>
    </message>
    <message>
        <source>The notes were edited on GitHub</source>
        <translation>Die Hinweise wurden auf GitHub bearbeitet</translation>
    </message>
    <message>
        <source>The notes differ from those on GitHub</source>
        <translation>Die Hinweise unterscheiden sich von denen auf GitHub</translation>
    </message>
    <message>
        <source>Publishing would replace what stands there. Taking it brings its text into the section, which can be undone.</source>
        <translation>Veröffentlichen würde ersetzen, was dort steht. Es zu übernehmen bringt den Text in den Abschnitt und lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Take GitHub&apos;s text</source>
        <translation>Text von &amp;GitHub nehmen</translation>
    </message>
    <message>
        <source>&amp;Keep the file&apos;s</source>
        <translation>Den der Datei &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Send the file&apos;s…</source>
        <translation>Den der Datei &amp;senden …</translation>
    </message>
</context>
<context>
    <name>unmoor::NotesPage</name>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>There is no changelog to show yet.</source>
        <translation>Es gibt noch kein Changelog zu zeigen.</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>Noch einmal &amp;lesen</translation>
    </message>
    <message>
        <source>Sections of the changelog</source>
        <translation>Abschnitte des Changelogs</translation>
    </message>
    <message>
        <source>&amp;Save %1</source>
        <translation>%1 &amp;speichern</translation>
    </message>
    <message>
        <source>no changelog to take them from</source>
        <translation>kein Changelog, aus dem sie zu nehmen wären</translation>
    </message>
    <message>
        <source>%1 has no section for %2</source>
        <translation>%1 hat keinen Abschnitt für %2</translation>
    </message>
    <message>
        <source>section %1 of %2 · edited, not saved</source>
        <translation>Abschnitt %1 von %2 · bearbeitet, nicht gespeichert</translation>
    </message>
    <message>
        <source>section %1 of %2 · saved</source>
        <translation>Abschnitt %1 von %2 · gespeichert</translation>
    </message>
    <message>
        <source>There are no notes for this release.</source>
        <translation>Es gibt keine Hinweise zu dieser Veröffentlichung.</translation>
    </message>
    <message>
        <source>&amp;Create %1</source>
        <translation>%1 &amp;anlegen</translation>
    </message>
    <message>
        <source>&amp;Make Unreleased the section %1</source>
        <translation>&amp;Unreleased zum Abschnitt %1 machen</translation>
    </message>
    <message>
        <source>Insert a &amp;section %1</source>
        <translation>Abschnitt %1 &amp;einfügen</translation>
    </message>
    <message>
        <source>The changelog has this section.</source>
        <translation>Das Changelog hat diesen Abschnitt.</translation>
    </message>
    <message>
        <source>Insert entries from the &amp;commits since the last release</source>
        <translation>Einträge aus den &amp;Commits seit der letzten Veröffentlichung einfügen</translation>
    </message>
    <message>
        <source>Insert the notes that &amp;GitHub generates</source>
        <translation>Von &amp;GitHub erzeugte Hinweise einfügen</translation>
    </message>
    <message>
        <source>&amp;Find and replace</source>
        <translation>&amp;Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Take &amp;back &quot;%1&quot;</source>
        <translation>„%1“ &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>No change of the whole changelog was made since it was opened.</source>
        <translation>Am ganzen Changelog wurde nichts geändert, seit es geöffnet ist.</translation>
    </message>
    <message>
        <source>Make Unreleased the section %1</source>
        <translation>Unreleased zum Abschnitt %1 machen</translation>
    </message>
    <message>
        <source>Insert a section %1</source>
        <translation>Abschnitt %1 einfügen</translation>
    </message>
    <message>
        <source>There is nothing to insert: no change says anything to users.</source>
        <translation>Es gibt nichts einzufügen: Keine Änderung sagt Benutzern etwas.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be taken back: the file was changed since. Undo these changes first.</source>
        <translation>„%1“ kann nicht zurückgenommen werden: Die Datei wurde seither geändert. Diese Änderungen erst rückgängig machen.</translation>
    </message>
    <message>
        <source>Your text and %1 on disk</source>
        <translation>Eigener Text und %1 auf dem Datenträger</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Eigener Text</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>%1 auf dem Datenträger</translation>
    </message>
    <message>
        <source>The section and the notes on GitHub</source>
        <translation>Der Abschnitt und die Hinweise auf GitHub</translation>
    </message>
    <message>
        <source>GitHub</source>
        <translation>GitHub</translation>
    </message>
</context>
<context>
    <name>unmoor::NoticeDesk</name>
    <message>
        <source>&amp;Put away</source>
        <translation>&amp;Weglegen</translation>
    </message>
    <message>
        <source>Not everything was written down</source>
        <translation>Nicht alles wurde festgehalten</translation>
    </message>
</context>
<context>
    <name>unmoor::Notifier</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>unmoor::OpeningRow</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Open %1:%2</source>
        <translation>%1:%2 öffnen</translation>
    </message>
</context>
<context>
    <name>unmoor::PlaceDesk</name>
    <message>
        <source>The place was not changed</source>
        <translation>Der Ort wurde nicht geändert</translation>
    </message>
    <message>
        <source>What a build would do is not known</source>
        <translation>Was ein Build täte, ist nicht bekannt</translation>
    </message>
    <message>
        <source>No log of it is kept: it was not built here yet.</source>
        <translation>Kein Protokoll davon ist da: Es wurde hier noch nicht gebaut.</translation>
    </message>
</context>
<context>
    <name>unmoor::PlanPage</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>&amp;Check all again</source>
        <translation>Alles noch einmal &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>&amp;Bauen</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>What a build would do</source>
        <translation>Was ein Build täte</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>There is no history for some of these builds yet: their first run makes it.</source>
        <translation>Für einige dieser Builds gibt es noch keine Erfahrung: Ihr erster Lauf schafft sie.</translation>
    </message>
    <message>
        <source>In all %1, one target after the other: the medians of the last ten builds.</source>
        <translation>Zusammen %1, ein Ziel nach dem anderen: die Mediane der letzten zehn Builds.</translation>
    </message>
    <message>
        <source>The release</source>
        <translation>Die Veröffentlichung</translation>
    </message>
    <message>
        <source>%1 of %2 gates failed. %3 can be built, but not published.</source>
        <translation>%1 von %2 Bedingungen sind nicht erfüllt. %3 lässt sich bauen, aber nicht veröffentlichen.</translation>
    </message>
    <message>
        <source>Of %1 gates %2 passed, %3 skipped. %4 can be built.</source>
        <translation>Von %1 Bedingungen sind %2 erfüllt, %3 übersprungen. %4 lässt sich bauen.</translation>
    </message>
    <message>
        <source>1 gate passed. %1 can be built.</source>
        <translation>1 Bedingung ist erfüllt. %1 lässt sich bauen.</translation>
    </message>
    <message>
        <source>%1 gates passed. %2 can be built.</source>
        <translation>%1 Bedingungen sind erfüllt. %2 lässt sich bauen.</translation>
    </message>
    <message>
        <source>Reading the project and checking its gates.</source>
        <translation>Das Projekt wird gelesen, und seine Bedingungen werden geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the gates checked so far.</source>
        <translation>
            <numerusform>%n der Bedingungen bisher geprüft.</numerusform>
            <numerusform>%n der Bedingungen bisher geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>Noch nichts wurde geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>%n gates need trust in this checkout to be known.</source>
        <translation>
            <numerusform>%n Bedingung braucht Vertrauen in diesen Checkout, um bekannt zu sein.</numerusform>
            <numerusform>%n Bedingungen brauchen Vertrauen in diesen Checkout, um bekannt zu sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>These answers are of before the project changed. %1 Check again to know.</source>
        <translation>Diese Antworten sind von vor der Änderung des Projekts. %1 Noch einmal prüfen, um es zu wissen.</translation>
    </message>
    <message>
        <source>&amp;Prepare release…</source>
        <translation>&amp;Veröffentlichung vorbereiten …</translation>
    </message>
    <message>
        <source>Choose the next version, write it and its notes, commit and tag them, then push</source>
        <translation>Die nächste Version wählen, sie und ihre Hinweise schreiben, committen und mit einem Tag versehen, dann pushen</translation>
    </message>
    <message>
        <source>&amp;Go on…</source>
        <translation>&amp;Fortfahren …</translation>
    </message>
    <message>
        <source>Push it, go on with it, or take it back.</source>
        <translation>Pushen, fortfahren oder zurücknehmen.</translation>
    </message>
    <message>
        <source>1 workflow of GitHub Actions</source>
        <translation>1 Workflow von GitHub Actions</translation>
    </message>
    <message>
        <source>%1 workflows of GitHub Actions</source>
        <translation>%1 Workflows von GitHub Actions</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 Warnungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing found that breaks a release</source>
        <translation>nichts gefunden, das eine Veröffentlichung bricht</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Begin the &amp;next version…</source>
        <translation>&amp;Nächste Version beginnen …</translation>
    </message>
    <message>
        <source>%1 is released.</source>
        <translation>%1 ist veröffentlicht.</translation>
    </message>
    <message>
        <source>The files still say its version, or the changelog has no place for what comes.</source>
        <translation>Die Dateien sagen noch diese Version, oder das Changelog hat keinen Platz für das, was kommt.</translation>
    </message>
</context>
<context>
    <name>unmoor::Planner</name>
    <message>
        <source>Checking the plan was canceled.</source>
        <translation>Die Prüfung des Plans wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The checkout changed while it was checked.</source>
        <translation>Der Checkout änderte sich während der Prüfung.</translation>
    </message>
    <message>
        <source>Check again.</source>
        <translation>Noch einmal prüfen.</translation>
    </message>
    <message>
        <source>a file of the checkout: it is taken as it is</source>
        <translation>eine Datei des Checkouts: Sie wird genommen, wie sie ist</translation>
    </message>
    <message>
        <source>The flake has no packages.%1.%2.</source>
        <translation>Das Flake hat kein packages.%1.%2.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Ist %1 gemeint?</translation>
    </message>
    <message>
        <source>not known: this checkout is not trusted</source>
        <translation>nicht bekannt: Diesem Checkout wird nicht vertraut</translation>
    </message>
    <message>
        <source>comes out of %1</source>
        <translation>kommt aus %1</translation>
    </message>
</context>
<context>
    <name>unmoor::PrepareDesk</name>
    <message>
        <source>no project is open</source>
        <translation>kein Projekt ist offen</translation>
    </message>
    <message>
        <source>the project is not trusted</source>
        <translation>dem Projekt wird nicht vertraut</translation>
    </message>
</context>
<context>
    <name>unmoor::PrepareDialog</name>
    <message>
        <source>Another &amp;version</source>
        <translation>Andere &amp;Version</translation>
    </message>
    <message>
        <source>&amp;Keep the edits where a hook refuses</source>
        <translation>Änderungen behalten, wo ein Hook ab&amp;lehnt</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Prepare</source>
        <translation>Vor&amp;bereiten</translation>
    </message>
    <message>
        <source>&amp;Open a pull request</source>
        <translation>Pull Request ö&amp;ffnen</translation>
    </message>
    <message>
        <source>P&amp;ush</source>
        <translation>P&amp;ushen</translation>
    </message>
    <message>
        <source>Prepare a release</source>
        <translation>Veröffentlichung vorbereiten</translation>
    </message>
    <message>
        <source>Another version</source>
        <translation>Andere Version</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Version</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>What is prepared</source>
        <translation>Was vorbereitet wird</translation>
    </message>
    <message>
        <source>What git, hooks and commands say</source>
        <translation>Was git, Hooks und Befehle sagen</translation>
    </message>
    <message>
        <source>What changes in the files</source>
        <translation>Was sich in den Dateien ändert</translation>
    </message>
    <message>
        <source>For a branch that nobody may push to: the commit is merged there, then tagged</source>
        <translation>Für einen Branch, zu dem niemand pushen darf: Der Commit wird dort gemergt und bekommt dann den Tag</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. Proposed: %2</source>
        <translation>%1. Vorgeschlagen: %2</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Geht zu</translation>
    </message>
    <message>
        <source>%1, with the branch %2</source>
        <translation>%1, mit dem Branch %2</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>Bekommt</translation>
    </message>
    <message>
        <source>%1, %2; a pre-release</source>
        <translation>%1, %2; eine Vorabversion</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Führt aus</translation>
    </message>
    <message>
        <source>nowhere yet: there is no remote</source>
        <translation>noch nirgendwohin: Es gibt kein Remote</translation>
    </message>
    <message>
        <source>%1, when you push</source>
        <translation>%1, beim Pushen</translation>
    </message>
    <message>
        <source>Nothing changes in the files: they say this version already.</source>
        <translation>In den Dateien ändert sich nichts: Sie nennen diese Version schon.</translation>
    </message>
    <message>
        <source>What changed in the files</source>
        <translation>Was sich in den Dateien geändert hat</translation>
    </message>
    <message>
        <source>Changes of %1</source>
        <translation>Änderungen an %1</translation>
    </message>
    <message>
        <source>Reading the project…</source>
        <translation>Projekt wird gelesen …</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>Pushing…</source>
        <translation>Wird gepusht …</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Wird zurückgenommen …</translation>
    </message>
    <message>
        <source>%1 is pushed. Build and publish it.</source>
        <translation>%1 ist gepusht. Bauen und veröffentlichen.</translation>
    </message>
    <message>
        <source>%1 Go on once it is: what was merged is tagged, and the tag is pushed.</source>
        <translation>%1 Danach fortfahren: Was gemergt wurde, bekommt den Tag, und der Tag wird gepusht.</translation>
    </message>
    <message>
        <source>%1 This is a rehearsal, whose host is on this machine: nothing is pushed.</source>
        <translation>%1 Dies ist ein Probelauf, dessen Host auf diesem Rechner ist: Nichts wird gepusht.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 Push it, or take it back. What listens to tags there starts with the push.</source>
        <translation>%1 Pushen oder zurücknehmen. Was dort auf Tags wartet, läuft mit dem Push an.</translation>
    </message>
    <message>
        <source>%1 Go on with it, or take it back.</source>
        <translation>%1 Fortfahren oder zurücknehmen.</translation>
    </message>
    <message>
        <source>%1 follows %2. Nothing is written before you press Prepare, and nothing is pushed before you press Push.</source>
        <translation>%1 folgt auf %2. Vor dem Vorbereiten wird nichts geschrieben, und vor dem Pushen nichts gepusht.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Go on with %1</source>
        <translation>&amp;Mit %1 fortfahren</translation>
    </message>
    <message>
        <source>&amp;Prepare %1</source>
        <translation>%1 vor&amp;bereiten</translation>
    </message>
    <message>
        <source>&amp;Go on once it is merged</source>
        <translation>Nach dem &amp;Merge fortfahren</translation>
    </message>
    <message>
        <source>P&amp;ush %1</source>
        <translation>%1 p&amp;ushen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an …</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>no workflow of this checkout</source>
        <translation>keinen Workflow dieses Checkouts</translation>
    </message>
    <message>
        <source>Begin the next version</source>
        <translation>Die nächste Version beginnen</translation>
    </message>
    <message>
        <source>the files say it until the next release</source>
        <translation>die Dateien sagen es bis zur nächsten Veröffentlichung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>none: this is no release</source>
        <translation>keines: Dies ist keine Veröffentlichung</translation>
    </message>
    <message>
        <source>The next version is begun, here and at the remote.</source>
        <translation>Die nächste Version ist begonnen, hier und auf dem Remote.</translation>
    </message>
    <message>
        <source>%1 Go on once it is.</source>
        <translation>%1 Fortfahren, sobald das geschehen ist.</translation>
    </message>
    <message>
        <source>%1 Push it, or take it back.</source>
        <translation>%1 Pushen oder zurücknehmen.</translation>
    </message>
    <message>
        <source>The next version is begun already: the changelog has a section for it, and the files say %1.</source>
        <translation>Die nächste Version ist schon begonnen: Das Changelog hat einen Abschnitt dafür, und die Dateien sagen %1.</translation>
    </message>
    <message>
        <source>What follows %1 is one commit, without a tag. Nothing is written before you press Begin, and nothing is pushed before you press Push.</source>
        <translation>Was auf %1 folgt, ist ein Commit ohne Tag. Vor einem Druck auf „Beginnen“ wird nichts geschrieben, vor einem auf „Pushen“ nichts gepusht.</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
</context>
<context>
    <name>unmoor::Preparer</name>
    <message>
        <source>%1 was taken back: the checkout is as it was.</source>
        <translation>%1 wurde zurückgenommen: Der Checkout ist, wie er war.</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>%1 ausführen</translation>
    </message>
    <message>
        <source>Commit: %1</source>
        <translation>Commit: %1</translation>
    </message>
    <message>
        <source>Tag %1, %2</source>
        <translation>Tag %1, %2</translation>
    </message>
    <message>
        <source>Push, once there is a remote</source>
        <translation>Pushen, sobald es ein Remote gibt</translation>
    </message>
    <message>
        <source>Push %1 and %2 to %3</source>
        <translation>%1 und %2 zu %3 pushen</translation>
    </message>
    <message>
        <source>Commit %1</source>
        <translation>Commit %1</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Push %1</source>
        <translation>%1 pushen</translation>
    </message>
    <message>
        <source>Push %1 to %2</source>
        <translation>%1 zu %2 pushen</translation>
    </message>
    <message>
        <source>Another process changed what is prepared here meanwhile. This is how it stands now.</source>
        <translation>Ein anderer Prozess hat inzwischen geändert, was hier vorbereitet ist. So steht es jetzt.</translation>
    </message>
</context>
<context>
    <name>unmoor::PreviewPane</name>
    <message>
        <source>As on GitHub</source>
        <translation>Wie auf GitHub</translation>
    </message>
    <message>
        <source>Pre&amp;view</source>
        <translation>Vor&amp;schau</translation>
    </message>
    <message>
        <source>Sour&amp;ce</source>
        <translation>&amp;Quelltext</translation>
    </message>
    <message>
        <source>Git&amp;Hub</source>
        <translation>Git&amp;Hub</translation>
    </message>
    <message>
        <source>Text that GitHub gets</source>
        <translation>Text, den GitHub bekommt</translation>
    </message>
    <message>
        <source>Text that GitHub has</source>
        <translation>Text, den GitHub hat</translation>
    </message>
    <message>
        <source>The section for this version will show here.</source>
        <translation>Hier erscheint der Abschnitt für diese Version.</translation>
    </message>
    <message>
        <source>Notes as on GitHub</source>
        <translation>Hinweise wie auf GitHub</translation>
    </message>
    <message>
        <source>GitHub has no other text, or was not asked yet.</source>
        <translation>GitHub hat keinen anderen Text, oder wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>How to show the notes</source>
        <translation>Wie die Hinweise gezeigt werden</translation>
    </message>
    <message>
        <source>The notes as the release&apos;s page will show them</source>
        <translation>Die Hinweise, wie die Seite der Veröffentlichung sie zeigen wird</translation>
    </message>
    <message>
        <source>The text that publishing sends</source>
        <translation>Der Text, den das Veröffentlichen sendet</translation>
    </message>
    <message>
        <source>The text that GitHub has now</source>
        <translation>Der Text, den GitHub jetzt hat</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 von %2 Zeichen</translation>
    </message>
</context>
<context>
    <name>unmoor::ProbeCard</name>
    <message>
        <source>&amp;Probe</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Probe again</source>
        <translation>Noch einmal &amp;prüfen</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>unmoor::ProblemsModel</name>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Angebot</translation>
    </message>
</context>
<context>
    <name>unmoor::ProblemsPane</name>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 Warnungen</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Problems of the release</source>
        <translation>Probleme der Veröffentlichung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What mends it</source>
        <translation>Was es behebt</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close the list of problems</source>
        <translation>Liste der Probleme schließen</translation>
    </message>
</context>
<context>
    <name>unmoor::ProblemsView</name>
    <message>
        <source>Problems of the notes</source>
        <translation>Probleme der Hinweise</translation>
    </message>
</context>
<context>
    <name>unmoor::ProjectModel</name>
    <message>
        <source>%1 (rehearsal)</source>
        <translation>%1 (Probelauf)</translation>
    </message>
    <message>
        <source>folder is gone</source>
        <translation>Ordner ist fort</translation>
    </message>
    <message>
        <source>%1, %2: %3, %4, %5</source>
        <translation>%1, %2: %3, %4, %5</translation>
    </message>
    <message>
        <source>, pinned</source>
        <translation>, angeheftet</translation>
    </message>
</context>
<context>
    <name>unmoor::ProjectOpener</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Preparing the sample project</source>
        <translation>Das Beispielprojekt wird vorbereitet</translation>
    </message>
    <message>
        <source>Opening a rehearsal of %1</source>
        <translation>Ein Probelauf von %1 wird geöffnet</translation>
    </message>
</context>
<context>
    <name>unmoor::PublishDesk</name>
    <message>
        <source>GitHub could not be read</source>
        <translation>GitHub konnte nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>unmoor::PublishOverview</name>
    <message>
        <source>On GitHub now, and after publishing</source>
        <translation>Auf GitHub jetzt, und nach dem Veröffentlichen</translation>
    </message>
    <message>
        <source>On GitHub now</source>
        <translation>Jetzt auf GitHub</translation>
    </message>
    <message>
        <source>After publishing</source>
        <translation>Nach dem Veröffentlichen</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>More drafts</source>
        <translation>Weitere Entwürfe</translation>
    </message>
    <message>
        <source>%1 of the same tag</source>
        <translation>%1 mit demselben Tag</translation>
    </message>
    <message>
        <source>stay as they are; delete them on GitHub</source>
        <translation>bleiben, wie sie sind; auf GitHub löschen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Akzeptiert</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>unmoor::PublishPage</name>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>&amp;Read GitHub again</source>
        <translation>GitHub noch einmal &amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Open on GitHub</source>
        <translation>Auf GitHub ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Cancel publishing</source>
        <translation>Veröffentlichen &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Keep as draft…</source>
        <translation>Als &amp;Entwurf belassen …</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Veröffentlichen …</translation>
    </message>
    <message>
        <source>Publish plan</source>
        <translation>Plan der Veröffentlichung</translation>
    </message>
    <message>
        <source>&amp;Copy step and proof</source>
        <translation>Schritt und Nachweis &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;every step and proof</source>
        <translation>&amp;Alle Schritte und Nachweise kopieren</translation>
    </message>
    <message>
        <source>read from GitHub %1</source>
        <translation>von GitHub gelesen %1</translation>
    </message>
    <message>
        <source>This cannot be published as it stands</source>
        <translation>So, wie es steht, kann das nicht veröffentlicht werden</translation>
    </message>
    <message>
        <source>1 thing to settle before %1 can be published</source>
        <translation>1 Sache ist zu klären, bevor %1 veröffentlicht werden kann</translation>
    </message>
    <message>
        <source>%1 things to settle before %2 can be published</source>
        <translation>%1 Sachen sind zu klären, bevor %2 veröffentlicht werden kann</translation>
    </message>
    <message>
        <source>This stays for you</source>
        <translation>Das bleibt zu tun</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Nichts wurde gesendet</translation>
    </message>
    <message>
        <source>%1 stopped half-way. Users cannot see it: it is still a draft.</source>
        <translation>%1 brach halbwegs ab. Benutzer sehen es nicht: Es ist noch ein Entwurf.</translation>
    </message>
    <message>
        <source>%1 stopped half-way. It is published; what is left is below.</source>
        <translation>%1 brach halbwegs ab. Es ist veröffentlicht; was bleibt, steht unten.</translation>
    </message>
    <message>
        <source>GitHub does not take the token any more</source>
        <translation>GitHub nimmt das Token nicht mehr an</translation>
    </message>
    <message>
        <source>%1 Sign in again, and publishing goes on from where it stopped.</source>
        <translation>%1 Neu anmelden, und das Veröffentlichen geht weiter, wo es anhielt.</translation>
    </message>
    <message>
        <source>&amp;Sign in again…</source>
        <translation>&amp;Neu anmelden …</translation>
    </message>
    <message>
        <source>&amp;Open draft on GitHub</source>
        <translation>Entwurf auf GitHub ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Finish %1…</source>
        <translation>%1 &amp;vollenden …</translation>
    </message>
    <message>
        <source>&amp;Publish %1…</source>
        <translation>%1 &amp;veröffentlichen …</translation>
    </message>
    <message>
        <source>%1 of %2 steps done · waiting, goes on by itself in %3</source>
        <translation>%1 von %2 Schritten getan · wartet, geht in %3 von selbst weiter</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%1 von %2 Schritten getan</translation>
    </message>
    <message>
        <source>reading what is on GitHub</source>
        <translation>was auf GitHub ist, wird gelesen</translation>
    </message>
    <message>
        <source>%1 is complete: every file, the tag and the notes were read back.</source>
        <translation>%1 ist vollständig: Jede Datei, der Tag und die Hinweise wurden zurückgelesen.</translation>
    </message>
    <message>
        <source>GitHub was not read yet.</source>
        <translation>GitHub wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source> left to finish.</source>
        <translation> zu vollenden.</translation>
    </message>
    <message>
        <source>. Nothing has been sent yet.</source>
        <translation>. Noch nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>&amp;Take back…</source>
        <translation>&amp;Zurücknehmen …</translation>
    </message>
    <message>
        <source>Demote a release that is broken, hide it, tidy up after it, or put it back</source>
        <translation>Eine fehlerhafte Veröffentlichung zurückstufen, verbergen, danach aufräumen, oder sie wiederherstellen</translation>
    </message>
    <message>
        <source>%1 was taken back. Its files stay as users have them.</source>
        <translation>%1 wurde zurückgenommen. Die Dateien bleiben, wie Benutzer sie haben.</translation>
    </message>
</context>
<context>
    <name>unmoor::Publishing</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Not signed in to %1. Store a token: unmoor token set --host %2</source>
        <translation>Nicht bei %1 angemeldet. Ein Token speichern: unmoor token set --host %2</translation>
    </message>
    <message>
        <source>%1 is being built. Wait for it or cancel it.</source>
        <translation>%1 wird gerade gebaut. Darauf warten oder es abbrechen.</translation>
    </message>
    <message>
        <source>%1 has no archive. Build it, adopt a finished one, or leave the target out of this release.</source>
        <translation>%1 hat kein Archiv. Es bauen, ein fertiges übernehmen, oder das Ziel in dieser Veröffentlichung auslassen.</translation>
    </message>
    <message>
        <source>%1: %2 Build it again.</source>
        <translation>%1: %2 Noch einmal bauen.</translation>
    </message>
    <message>
        <source>%1 was built from %2, not from the commit of the release. Build it again.</source>
        <translation>%1 wurde aus %2 gebaut, nicht aus dem Commit der Veröffentlichung. Noch einmal bauen.</translation>
    </message>
    <message>
        <source>%1 was built from uncommitted changes. Commit them and build again.</source>
        <translation>%1 wurde aus nicht committeten Änderungen gebaut. Committen und noch einmal bauen.</translation>
    </message>
    <message>
        <source>The archive of %1 is being read. Wait until it is.</source>
        <translation>Das Archiv von %1 wird gelesen. Darauf warten.</translation>
    </message>
    <message>
        <source>The archive of %1 was not read. Read it on the Archives page.</source>
        <translation>Das Archiv von %1 wurde nicht gelesen. Es auf der Seite Archive lesen.</translation>
    </message>
    <message>
        <source>%1: %2 (%3). Mend it, or accept it with a reason.</source>
        <translation>%1: %2 (%3). Es beheben, oder mit einem Grund akzeptieren.</translation>
    </message>
    <message>
        <source>What was agreed to is %1 at %2; the checkout is at %3, %4 now. Look at the plan again.</source>
        <translation>Zugestimmt wurde %1 bei %2; der Checkout ist jetzt bei %3, %4. Den Plan noch einmal ansehen.</translation>
    </message>
    <message>
        <source>%1 left out: %2</source>
        <translation>%1 ausgelassen: %2</translation>
    </message>
    <message>
        <source>%1 adopted</source>
        <translation>%1 übernommen</translation>
    </message>
    <message>
        <source>accepted %1: %2</source>
        <translation>%1 akzeptiert: %2</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>annotated</source>
        <translation>annotiert</translation>
    </message>
    <message>
        <source>unmoor.toml wants the tag %1 %2, and the one here is not. Make it anew, then publish again, which pushes it: git tag --force %3 %4</source>
        <translation>unmoor.toml will den Tag %1 %2, und der hiesige ist es nicht. Ihn neu setzen und dann noch einmal veröffentlichen, was ihn pusht: git tag --force %3 %4</translation>
    </message>
    <message>
        <source>unmoor.toml wants the tag %1 %2, and there is none here. Make it, then publish again, which pushes it: git tag %3 %4</source>
        <translation>unmoor.toml will den Tag %1 %2, und hier ist keiner. Ihn setzen und dann noch einmal veröffentlichen, was ihn pusht: git tag %3 %4</translation>
    </message>
</context>
<context>
    <name>unmoor::RecordTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>unmoor::Rehearsal</name>
    <message>
        <source>project: %1</source>
        <translation>Projekt: %1</translation>
    </message>
    <message>
        <source>sample project: %1</source>
        <translation>Beispielprojekt: %1</translation>
    </message>
    <message>
        <source>What was in %1 is no finished repository; it is kept in %2.</source>
        <translation>Was in %1 war, ist kein fertiges Repository; es liegt jetzt in %2.</translation>
    </message>
    <message>
        <source>stand-in for GitHub: %1</source>
        <translation>Stellvertreter für GitHub: %1</translation>
    </message>
    <message>
        <source>It is not known which repository this is. Set `repository` in unmoor.toml.</source>
        <translation>Es ist nicht bekannt, welches Repository das ist. `repository` in unmoor.toml setzen.</translation>
    </message>
    <message>
        <source>by choice, for the rehearsal: this machine cannot build %1.</source>
        <translation>mit Absicht, für den Probelauf: Dieser Rechner kann %1 nicht bauen.</translation>
    </message>
    <message>
        <source>by choice, for the rehearsal: the stand-in for GitHub runs no workflow of this project.</source>
        <translation>mit Absicht, für den Probelauf: Der Stellvertreter von GitHub führt keinen Workflow dieses Projekts aus.</translation>
    </message>
</context>
<context>
    <name>unmoor::ReleaseModel</name>
    <message>
        <source>Release</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>unmoor::ReleasePane</name>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>Builds</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Akzeptiert</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>&amp;Protokoll anzeigen</translation>
    </message>
    <message>
        <source>Files of the release</source>
        <translation>Dateien der Veröffentlichung</translation>
    </message>
    <message>
        <source>Builds of the release</source>
        <translation>Builds der Veröffentlichung</translation>
    </message>
    <message>
        <source>Accepted findings</source>
        <translation>Akzeptierte Befunde</translation>
    </message>
    <message>
        <source>What of the release</source>
        <translation>Was von der Veröffentlichung</translation>
    </message>
    <message>
        <source>Notes of the release</source>
        <translation>Hinweise der Veröffentlichung</translation>
    </message>
    <message>
        <source>No notes are kept of this release.</source>
        <translation>Von dieser Veröffentlichung sind keine Hinweise behalten.</translation>
    </message>
    <message>
        <source>%1 %L2</source>
        <translation>%1 %L2</translation>
    </message>
    <message>
        <source>Choose a build.</source>
        <translation>Einen Build wählen.</translation>
    </message>
    <message>
        <source>This kept no log: nothing was built.</source>
        <translation>Davon ist kein Protokoll da: Nichts wurde gebaut.</translation>
    </message>
    <message>
        <source>Its log is no longer at %1.</source>
        <translation>Sein Protokoll ist nicht mehr unter %1.</translation>
    </message>
</context>
<context>
    <name>unmoor::Repairs</name>
    <message>
        <source>This build did not fail.</source>
        <translation>Dieser Build ist nicht gescheitert.</translation>
    </message>
    <message>
        <source>nix flake lock changes nothing: flake.lock is complete now. Build again.</source>
        <translation>nix flake lock ändert nichts: flake.lock ist jetzt vollständig. Noch einmal bauen.</translation>
    </message>
    <message>
        <source>There is nothing to change for this.</source>
        <translation>Dafür ist nichts zu ändern.</translation>
    </message>
    <message>
        <source>Nix has no log of %1: %2 What came of it while it ran is in the log of the build.</source>
        <translation>Nix hat kein Protokoll von %1: %2 Was beim Lauf davon kam, steht im Protokoll des Builds.</translation>
    </message>
    <message>
        <source>The processes could not be listed: %1</source>
        <translation>Die Prozesse konnten nicht aufgelistet werden: %1</translation>
    </message>
</context>
<context>
    <name>unmoor::ReportPanel</name>
    <message>
        <source>&amp;Open the page</source>
        <translation>Seite ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Use &amp;another token…</source>
        <translation>Anderes Token &amp;verwenden …</translation>
    </message>
    <message>
        <source>&amp;Keep this token</source>
        <translation>Dieses Token &amp;behalten</translation>
    </message>
    <message>
        <source>Signed in at %1: %2</source>
        <translation>Bei %1 angemeldet: %2</translation>
    </message>
    <message>
        <source>Signed in as %1: %2</source>
        <translation>Als %1 angemeldet: %2</translation>
    </message>
</context>
<context>
    <name>unmoor::RootsDialog</name>
    <message>
        <source>Asking Nix how much the results take…</source>
        <translation>Nix wird gefragt, wie viel die Ergebnisse belegen …</translation>
    </message>
    <message>
        <source>&amp;Free</source>
        <translation>&amp;Freigeben</translation>
    </message>
    <message>
        <source>&amp;Run nix store gc</source>
        <translation>nix store gc &amp;ausführen</translation>
    </message>
    <message>
        <source>Free space: %1</source>
        <translation>Platz schaffen: %1</translation>
    </message>
    <message>
        <source>What is chosen</source>
        <translation>Was gewählt ist</translation>
    </message>
    <message>
        <source>Deletes everything on this machine that nothing keeps, of other projects too</source>
        <translation>Löscht alles auf diesem Rechner, was nichts behält, auch von anderen Projekten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Each result of %1 is kept on the disk until you let go of it. A published archive is on its host; one that is not published would have to be built again.</source>
        <translation>Jedes Ergebnis von %1 bleibt auf dem Datenträger, bis es losgelassen wird. Ein veröffentlichtes Archiv ist auf seinem Host; ein unveröffentlichtes wäre noch einmal zu bauen.</translation>
    </message>
    <message>
        <source>Letting go deletes nothing yet: nix store gc does, here or whenever it runs next.</source>
        <translation>Loslassen löscht noch nichts: nix store gc tut es, hier oder wenn es das nächste Mal läuft.</translation>
    </message>
    <message>
        <source>Results that are kept</source>
        <translation>Behaltene Ergebnisse</translation>
    </message>
    <message>
        <source>&amp;Free 1 result</source>
        <translation>1 Ergebnis &amp;freigeben</translation>
    </message>
    <message>
        <source>&amp;Free %1 results</source>
        <translation>%1 Ergebnisse &amp;freigeben</translation>
    </message>
    <message>
        <source>No result of this project is kept.</source>
        <translation>Kein Ergebnis dieses Projekts ist behalten.</translation>
    </message>
    <message>
        <source>%1 of %2 chosen: frees up to %3.</source>
        <translation>%1 von %2 gewählt: gibt bis zu %3 frei.</translation>
    </message>
    <message>
        <source>Results of a release that is not published are among them.</source>
        <translation>Ergebnisse einer nicht veröffentlichten Version sind darunter.</translation>
    </message>
    <message>
        <source>nix store gc is running. It goes on when this window is closed.</source>
        <translation>nix store gc läuft. Es läuft weiter, wenn dieses Fenster geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>unmoor::RootsModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>fort</translation>
    </message>
    <message>
        <source>%1 for %2, %3, %4</source>
        <translation>%1 für %2, %3, %4</translation>
    </message>
    <message>
        <source>%1, built %2</source>
        <translation>%1, gebaut %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>unmoor::RunDetail</name>
    <message>
        <source>&amp;Re-run failed jobs</source>
        <translation>&amp;Gescheiterte Jobs wiederholen</translation>
    </message>
    <message>
        <source>Re-run this &amp;job</source>
        <translation>Diesen &amp;Job wiederholen</translation>
    </message>
    <message>
        <source>&amp;Cancel run…</source>
        <translation>Lauf &amp;abbrechen …</translation>
    </message>
    <message>
        <source>Open on &amp;GitHub</source>
        <translation>Auf Git&amp;Hub öffnen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 (expired)</source>
        <translation>%1 (abgelaufen)</translation>
    </message>
    <message>
        <source>kept %1</source>
        <translation>behielt %1</translation>
    </message>
    <message>
        <source>ran in attempt %1, and not again in attempt %2</source>
        <translation>lief in Versuch %1, in Versuch %2 nicht noch einmal</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>You may not approve it.</source>
        <translation>Dieses Konto darf nicht zustimmen.</translation>
    </message>
    <message>
        <source>You may not approve it; this is for %1.</source>
        <translation>Dieses Konto darf nicht zustimmen; das dürfen %1.</translation>
    </message>
    <message>
        <source>The environment makes jobs wait for %1 minutes.</source>
        <translation>Die Umgebung lässt Jobs %1 Minuten warten.</translation>
    </message>
    <message>
        <source>Jobs wait for approval of %1</source>
        <translation>Jobs warten auf Zustimmung zu %1</translation>
    </message>
    <message>
        <source>&amp;Approve…</source>
        <translation>&amp;Zustimmen …</translation>
    </message>
    <message>
        <source>Re&amp;ject…</source>
        <translation>&amp;Ablehnen …</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>%1 zustimmen</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>%1 ablehnen</translation>
    </message>
    <message>
        <source>What GitHub notes on it</source>
        <translation>Was GitHub dazu anmerkt</translation>
    </message>
    <message>
        <source>and %1 more, on its page at GitHub</source>
        <translation>und %1 weitere, auf seiner Seite bei GitHub</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>The run has no jobs yet.</source>
        <translation>Der Lauf hat noch keine Jobs.</translation>
    </message>
    <message>
        <source>Choose a job to see its log.</source>
        <translation>Einen Job wählen, um sein Protokoll zu sehen.</translation>
    </message>
    <message>
        <source>GitHub gives the log of a job once the job has ended: there is no live log. Its steps and their times go on beside this.</source>
        <translation>GitHub gibt das Protokoll eines Jobs erst heraus, wenn der Job zu Ende ist: Mitlesen lässt es sich nicht. Seine Schritte und ihre Zeiten laufen daneben weiter.</translation>
    </message>
    <message>
        <source>The job waits until somebody approves it.</source>
        <translation>Der Job wartet, bis jemand zustimmt.</translation>
    </message>
    <message>
        <source>The job waits for a machine.</source>
        <translation>Der Job wartet auf einen Rechner.</translation>
    </message>
    <message>
        <source>The job was skipped, so it has no log.</source>
        <translation>Der Job wurde übersprungen, hat also kein Protokoll.</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Das Protokoll wird gelesen …</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>The log could not be read: %1</source>
        <translation>Das Protokoll konnte nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>unmoor::Runs</name>
    <message>
        <source>The job was canceled, and GitHub keeps no log of it.</source>
        <translation>Der Job wurde abgebrochen, und GitHub behält kein Protokoll davon.</translation>
    </message>
    <message>
        <source>The job was skipped, so it has no log.</source>
        <translation>Der Job wurde übersprungen, hat also kein Protokoll.</translation>
    </message>
    <message>
        <source>GitHub has no log of this job: it has expired or was deleted, or it comes in a moment. %1</source>
        <translation>GitHub hat kein Protokoll dieses Jobs: Es ist abgelaufen oder gelöscht, oder es kommt gleich. %1</translation>
    </message>
    <message>
        <source>There is no place for logs: %1. Free some space for temporary files.</source>
        <translation>Für Protokolle ist kein Platz: %1. Platz für temporäre Dateien schaffen.</translation>
    </message>
</context>
<context>
    <name>unmoor::RunsDesk</name>
    <message>
        <source>The jobs were not run again</source>
        <translation>Die Jobs wurden nicht wiederholt</translation>
    </message>
    <message>
        <source>The job was not run again</source>
        <translation>Der Job wurde nicht wiederholt</translation>
    </message>
    <message>
        <source>Cancel a run</source>
        <translation>Einen Lauf abbrechen</translation>
    </message>
    <message>
        <source>Cancel %1 at GitHub?</source>
        <translation>%1 bei GitHub abbrechen?</translation>
    </message>
    <message>
        <source>Its jobs stop, for everybody. What they kept so far stays, and the run can be run again.</source>
        <translation>Seine Jobs hören auf, für alle. Was sie bisher behielten, bleibt, und der Lauf lässt sich wiederholen.</translation>
    </message>
    <message>
        <source>&amp;Cancel the run</source>
        <translation>Den Lauf &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Let it go on</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>The run was not canceled</source>
        <translation>Der Lauf wurde nicht abgebrochen</translation>
    </message>
    <message>
        <source>Approve an environment</source>
        <translation>Einer Umgebung zustimmen</translation>
    </message>
    <message>
        <source>Reject an environment</source>
        <translation>Eine Umgebung ablehnen</translation>
    </message>
    <message>
        <source>Let %1 go on into the environment %2?</source>
        <translation>%1 in die Umgebung %2 lassen?</translation>
    </message>
    <message>
        <source>Keep %1 out of the environment %2?</source>
        <translation>%1 aus der Umgebung %2 heraushalten?</translation>
    </message>
    <message>
        <source>The jobs that wait for %1 begin at once, with the secrets of that environment. This cannot be taken back.</source>
        <translation>Die Jobs, die auf %1 warten, beginnen sofort, mit den Geheimnissen dieser Umgebung. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>The jobs that wait for %1 end as failed.</source>
        <translation>Die Jobs, die auf %1 warten, enden als gescheitert.</translation>
    </message>
    <message>
        <source>&amp;Approve %1</source>
        <translation>%1 &amp;zustimmen</translation>
    </message>
    <message>
        <source>&amp;Reject %1</source>
        <translation>%1 &amp;ablehnen</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Jetzt nicht</translation>
    </message>
    <message>
        <source>%1 was not approved</source>
        <translation>%1 wurde nicht zugestimmt</translation>
    </message>
    <message>
        <source>%1 was not rejected</source>
        <translation>%1 wurde nicht abgelehnt</translation>
    </message>
</context>
<context>
    <name>unmoor::RunsModel</name>
    <message>
        <source>to come</source>
        <translation>kommt noch</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>no runs</source>
        <translation>keine Läufe</translation>
    </message>
</context>
<context>
    <name>unmoor::RunsPane</name>
    <message>
        <source>&amp;Sign in…</source>
        <translation>&amp;Anmelden …</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Noch einmal &amp;nachsehen</translation>
    </message>
    <message>
        <source>The runs could not be read; it is tried again</source>
        <translation>Die Läufe ließen sich nicht lesen; es wird wieder versucht</translation>
    </message>
    <message>
        <source>The runs could not be read</source>
        <translation>Die Läufe ließen sich nicht lesen</translation>
    </message>
</context>
<context>
    <name>unmoor::RunsTree</name>
    <message>
        <source>Runs, jobs and steps</source>
        <translation>Läufe, Jobs und Schritte</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>gelungen</translation>
    </message>
</context>
<context>
    <name>unmoor::SectionsModel</name>
    <message>
        <source>Unreleased</source>
        <translation>Unveröffentlicht</translation>
    </message>
    <message>
        <source>%1, line %2: git has its tag</source>
        <translation>%1, Zeile %2: git hat den Tag</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>%1, line %2: git has no tag for it</source>
        <translation>%1, Zeile %2: git hat keinen Tag dafür</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
</context>
<context>
    <name>unmoor::Session</name>
    <message>
        <source>No project is open.</source>
        <translation>Kein Projekt ist offen.</translation>
    </message>
    <message>
        <source>The plan is being checked already.</source>
        <translation>Der Plan wird schon geprüft.</translation>
    </message>
    <message>
        <source>The release is being published already.</source>
        <translation>Es wird schon veröffentlicht.</translation>
    </message>
    <message>
        <source>Publishing was canceled before anything was sent.</source>
        <translation>Das Veröffentlichen wurde abgebrochen, bevor etwas gesendet wurde.</translation>
    </message>
</context>
<context>
    <name>unmoor::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Parts of the settings</source>
        <translation>Teile der Einstellungen</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Machines, accounts</source>
        <translation>Rechner, Konten</translation>
    </message>
    <message>
        <source>Building, publishing</source>
        <translation>Bauen, Veröffentlichen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Nothing can be changed here</source>
        <translation>Hier kann nichts geändert werden</translation>
    </message>
</context>
<context>
    <name>unmoor::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>In the window</source>
        <translation>Im Fenster</translation>
    </message>
    <message>
        <source>On a page</source>
        <translation>Auf einer Seite</translation>
    </message>
    <message>
        <source>Find in the log, the archive or the notes</source>
        <translation>Im Protokoll, im Archiv oder in den Hinweisen suchen</translation>
    </message>
    <message>
        <source>Save the notes</source>
        <translation>Hinweise speichern</translation>
    </message>
    <message>
        <source>Go to the first error of the log</source>
        <translation>Zum ersten Fehler des Protokolls</translation>
    </message>
    <message>
        <source>Take the offer beside a problem of the notes</source>
        <translation>Das Angebot neben einem Problem der Hinweise annehmen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Open the menu of what is chosen</source>
        <translation>Das Menü zum Gewählten öffnen</translation>
    </message>
</context>
<context>
    <name>unmoor::SignInDialog</name>
    <message>
        <source>Use an OAuth app of my own…</source>
        <translation>Eigene OAuth-App verwenden …</translation>
    </message>
    <message>
        <source>Create a token in the browser</source>
        <translation>Token im Browser anlegen</translation>
    </message>
    <message>
        <source>Sign in with the &amp;browser…</source>
        <translation>Mit dem &amp;Browser anmelden …</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Client ID of the OAuth app</source>
        <translation>Client-ID der OAuth-App</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>&amp;Sign in to %1</source>
        <translation>Bei %1 &amp;anmelden</translation>
    </message>
    <message>
        <source>Paste a token that may write releases: a classic token with the scope repo (and workflow, where workflow files change), or a fine-grained one with Contents: write. It is kept in your keychain and sent to %1 only.</source>
        <translation>Ein Token einfügen, das Veröffentlichungen schreiben darf: ein klassisches mit dem Scope repo (und workflow, wo sich Workflow-Dateien ändern), oder ein feingranulares mit Contents: write. Es wird im Schlüsselbund behalten und nur an %1 gesendet.</translation>
    </message>
    <message>
        <source>Client ID of the OAuth app at %1</source>
        <translation>Client-ID der OAuth-App bei %1</translation>
    </message>
    <message>
        <source>The page for a new token was opened in the browser, with the scopes filled in that publishing needs. Choose when it ends, create it, and paste it here. It is kept in your keychain and sent to %1 only.</source>
        <translation>Die Seite für ein neues Token wurde im Browser geöffnet, mit den Scopes, die das Veröffentlichen braucht. Wählen, wann es endet, es anlegen und hier einfügen. Es wird im Schlüsselbund behalten und nur an %1 gesendet.</translation>
    </message>
</context>
<context>
    <name>unmoor::SizeBars</name>
    <message>
        <source>Archive sizes</source>
        <translation>Archivgrößen</translation>
    </message>
    <message>
        <source>%1: %2 before, none now</source>
        <translation>%1: vorher %2, jetzt keines</translation>
    </message>
    <message>
        <source>%1: %2, none before</source>
        <translation>%1: %2, vorher keines</translation>
    </message>
    <message>
        <source>none now</source>
        <translation>jetzt keines</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>grown</source>
        <translation>gewachsen</translation>
    </message>
    <message>
        <source>shrunk</source>
        <translation>geschrumpft</translation>
    </message>
    <message>
        <source>1 target more</source>
        <translation>1 weiteres Ziel</translation>
    </message>
    <message>
        <source>%1 targets more</source>
        <translation>%1 weitere Ziele</translation>
    </message>
</context>
<context>
    <name>unmoor::SizeView</name>
    <message>
        <source>Largest files</source>
        <translation>Größte Dateien</translation>
    </message>
    <message>
        <source>%1 unpacked</source>
        <translation>%1 entpackt</translation>
    </message>
    <message>
        <source>%1 in copies of files that are there already</source>
        <translation>%1 in Kopien von Dateien, die schon da sind</translation>
    </message>
    <message>
        <source>No file is there twice</source>
        <translation>Keine Datei ist zweimal da</translation>
    </message>
    <message>
        <source>%1 in symbols that stripping would remove</source>
        <translation>%1 in Symbolen, die strip entfernen würde</translation>
    </message>
    <message>
        <source>Nothing to strip in what could be read</source>
        <translation>Nichts zu entfernen in dem, was gelesen werden konnte</translation>
    </message>
</context>
<context>
    <name>unmoor::StandIn</name>
    <message>
        <source>There is no open pull request %1.</source>
        <translation>Es gibt keinen offenen Pull Request %1.</translation>
    </message>
</context>
<context>
    <name>unmoor::StartDesk</name>
    <message>
        <source>Nix does not start: without it nothing is evaluated or built.</source>
        <translation>Nix startet nicht: Ohne es wird nichts ausgewertet oder gebaut.</translation>
    </message>
    <message>
        <source>git does not start: without it no project can be read.</source>
        <translation>git startet nicht: Ohne es kann kein Projekt gelesen werden.</translation>
    </message>
    <message>
        <source>ssh does not start. Builds on other machines and clones over ssh need it.</source>
        <translation>ssh startet nicht. Builds auf anderen Rechnern und Klone über ssh brauchen es.</translation>
    </message>
    <message>
        <source>No keychain: a token is kept until the window closes, and is asked for again.</source>
        <translation>Kein Schlüsselbund: Ein Token wird behalten, bis das Fenster schließt, und dann neu erfragt.</translation>
    </message>
    <message>
        <source>Neither KWallet nor a Secret Service is on the session&apos;s bus.</source>
        <translation>Weder KWallet noch ein Secret Service ist auf dem Bus der Sitzung.</translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <translation>Schlüsselbund: %1</translation>
    </message>
    <message>
        <source>Keychain: %1, starts when it is asked</source>
        <translation>Schlüsselbund: %1, startet bei Bedarf</translation>
    </message>
    <message>
        <source>Asking nix, git, ssh and the keychain…</source>
        <translation>nix, git, ssh und der Schlüsselbund werden gefragt …</translation>
    </message>
</context>
<context>
    <name>unmoor::StartPage</name>
    <message>
        <source>&amp;Forget missing</source>
        <translation>&amp;Fehlende vergessen</translation>
    </message>
    <message>
        <source>Sign in to GitHub</source>
        <translation>Bei GitHub anmelden</translation>
    </message>
    <message>
        <source>Only needed to publish. The token stays in your keychain.</source>
        <translation>Nur zum Veröffentlichen nötig. Das Token bleibt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>&amp;Anmelden …</translation>
    </message>
    <message>
        <source>Unmoor</source>
        <translation>Unmoor</translation>
    </message>
    <message>
        <source>Build, check and publish a release, and see each step.</source>
        <translation>Eine Veröffentlichung bauen, prüfen und veröffentlichen, und jeden Schritt sehen.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Projekt ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>C&amp;lone…</source>
        <translation>&amp;Klonen …</translation>
    </message>
    <message>
        <source>Fetch a repository by its address, and open it</source>
        <translation>Ein Repository nach seiner Adresse holen und öffnen</translation>
    </message>
    <message>
        <source>No project was opened here yet.</source>
        <translation>Hier wurde noch kein Projekt geöffnet.</translation>
    </message>
    <message>
        <source>Unmoor takes a program that a Nix flake builds from a commit to a release on GitHub: it asks what must hold, builds every target, looks into the archives, keeps the notes, and publishes what was proved.</source>
        <translation>Unmoor bringt ein Programm, das ein Nix-Flake baut, von einem Commit zu einer Veröffentlichung auf GitHub: Es fragt, was gelten muss, baut jedes Ziel, sieht in die Archive, führt die Hinweise und veröffentlicht, was nachgewiesen ist.</translation>
    </message>
    <message>
        <source>A project is the folder of a git checkout. Open one, clone one by its address, or try everything on the sample first: nothing leaves this machine then.</source>
        <translation>Ein Projekt ist der Ordner eines git-Checkouts. Einen öffnen, einen nach seiner Adresse klonen, oder alles erst am Beispiel probieren: Dann verlässt nichts diesen Rechner.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Pin to the top</source>
        <translation>Oben an&amp;heften</translation>
    </message>
    <message>
        <source>&amp;Show the folder</source>
        <translation>&amp;Ordner anzeigen</translation>
    </message>
    <message>
        <source>&amp;Copy the path</source>
        <translation>Pfad &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Remove from this list</source>
        <translation>Aus dieser Liste &amp;entfernen</translation>
    </message>
    <message>
        <source>Return opens a project, Ctrl+D pins it, Delete removes it from the list.</source>
        <translation>Eingabetaste öffnet ein Projekt, Strg+D heftet es an, Entf entfernt es aus der Liste.</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>&amp;Lösen</translation>
    </message>
    <message>
        <source>Try a whole release</source>
        <translation>Eine ganze Veröffentlichung probieren</translation>
    </message>
    <message>
        <source>On a sample project against a stand-in for GitHub. Nothing leaves this machine.</source>
        <translation>An einem Beispielprojekt gegen einen Stellvertreter für GitHub. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>&amp;Rehearse</source>
        <translation>&amp;Probelauf</translation>
    </message>
    <message>
        <source>Set up your project</source>
        <translation>Eigenes Projekt einrichten</translation>
    </message>
    <message>
        <source>Unmoor reads your flake, your changelog and your last release, and proposes an unmoor.toml to review.</source>
        <translation>Unmoor liest das Flake, das Changelog und die letzte Veröffentlichung und schlägt eine unmoor.toml zum Durchsehen vor.</translation>
    </message>
    <message>
        <source>&amp;Choose folder…</source>
        <translation>Ordner &amp;wählen …</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Hier beginnen</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>unmoor::StatusLine</name>
    <message>
        <source>Go to the next problem</source>
        <translation>Zum nächsten Problem</translation>
    </message>
    <message>
        <source>GitHub %1 calls left</source>
        <translation>GitHub: noch %1 Aufrufe</translation>
    </message>
</context>
<context>
    <name>unmoor::StepButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>unmoor::StepRail</name>
    <message>
        <source>Steps of the release</source>
        <translation>Schritte der Veröffentlichung</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>unmoor::StoragePage</name>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>&amp;Delete logs…</source>
        <translation>Protokolle &amp;löschen …</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>State folder</source>
        <translation>Zustandsordner</translation>
    </message>
    <message>
        <source>What the state folder holds</source>
        <translation>Was der Zustandsordner enthält</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>What Unmoor keeps on this machine</source>
        <translation>Was Unmoor auf diesem Rechner behält</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Age in days from which logs are deleted</source>
        <translation>Alter in Tagen, ab dem Protokolle gelöscht werden</translation>
    </message>
    <message>
        <source>Logs o&amp;lder than</source>
        <translation>Protokolle &amp;älter als</translation>
    </message>
    <message>
        <source>Those of releases that are not published stay.</source>
        <translation>Die nicht veröffentlichter Versionen bleiben.</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>What was built, sent, accepted, and how long it took</source>
        <translation>Was gebaut, gesendet und akzeptiert wurde, und wie lange es dauerte</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Adopted archives</source>
        <translation>Übernommene Archive</translation>
    </message>
    <message>
        <source>Finished archives that were taken from elsewhere</source>
        <translation>Fertige Archive, die von anderswo kamen</translation>
    </message>
    <message>
        <source>Earlier archives</source>
        <translation>Frühere Archive</translation>
    </message>
    <message>
        <source>Fetched to compare with; come again when needed</source>
        <translation>Zum Vergleichen geladen; kommen bei Bedarf wieder</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>The sample project and its stand-in host</source>
        <translation>Das Beispielprojekt und sein Stellvertreter</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Settings, checksums, known hosts</source>
        <translation>Einstellungen, Prüfsummen, bekannte Rechner</translation>
    </message>
    <message>
        <source>Kept results</source>
        <translation>Behaltene Ergebnisse</translation>
    </message>
    <message>
        <source>Links that keep builds in the Nix store; History frees them</source>
        <translation>Links, die Builds im Nix-Store halten; der Verlauf gibt sie frei</translation>
    </message>
    <message>
        <source>The logs could not be looked through</source>
        <translation>Die Protokolle konnten nicht durchgesehen werden</translation>
    </message>
    <message>
        <source>%1 of releases that are not published, or of unknown builds, stay.</source>
        <translation>%1 nicht veröffentlichter Versionen oder unbekannter Builds bleiben.</translation>
    </message>
    <message>
        <source>Nothing to delete: no published release has a log that old. %1</source>
        <translation>Nichts zu löschen: Keine Veröffentlichung hat ein so altes Protokoll. %1</translation>
    </message>
    <message>
        <source>Delete logs</source>
        <translation>Protokolle löschen</translation>
    </message>
    <message>
        <source>Delete %1 of published releases, %2?</source>
        <translation>%1 veröffentlichter Versionen löschen, %2?</translation>
    </message>
    <message>
        <source>&amp;Delete %1</source>
        <translation>%1 &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Keep them</source>
        <translation>Sie &amp;behalten</translation>
    </message>
    <message>
        <source>Not every log was deleted</source>
        <translation>Nicht jedes Protokoll wurde gelöscht</translation>
    </message>
</context>
<context>
    <name>unmoor::TargetMenu</name>
    <message>
        <source>It is being built. Cancel that first.</source>
        <translation>Es wird gerade gebaut. Das erst abbrechen.</translation>
    </message>
    <message>
        <source>It is left out of this release.</source>
        <translation>Es ist in dieser Veröffentlichung ausgelassen.</translation>
    </message>
    <message>
        <source>It is being built.</source>
        <translation>Es wird gerade gebaut.</translation>
    </message>
    <message>
        <source>Nothing here builds %1. Choose another place, or take a finished archive.</source>
        <translation>Hier baut nichts %1. Einen anderen Ort wählen, oder ein fertiges Archiv übernehmen.</translation>
    </message>
    <message>
        <source>A finished archive was taken for it. Let go of that to build it.</source>
        <translation>Dafür wurde ein fertiges Archiv übernommen. Es loslassen, um zu bauen.</translation>
    </message>
    <message>
        <source>It is not being built.</source>
        <translation>Es wird nicht gebaut.</translation>
    </message>
    <message>
        <source>It is left out already.</source>
        <translation>Es ist schon ausgelassen.</translation>
    </message>
    <message>
        <source>It is in this release.</source>
        <translation>Es ist in dieser Veröffentlichung.</translation>
    </message>
    <message>
        <source>It is left out in unmoor.toml. Change it there.</source>
        <translation>Es ist in unmoor.toml eingestellt. Dort ändern.</translation>
    </message>
    <message>
        <source>What to do with %1</source>
        <translation>Was mit %1 zu tun ist</translation>
    </message>
    <message>
        <source>&amp;Take back in</source>
        <translation>&amp;Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Left out in unmoor.toml</source>
        <translation>In unmoor.toml eingestellt</translation>
    </message>
    <message>
        <source>Build &amp;on</source>
        <translation>Bauen &amp;auf</translation>
    </message>
    <message>
        <source>&amp;Set up a machine…</source>
        <translation>&amp;Rechner einrichten …</translation>
    </message>
    <message>
        <source>&amp;Build again</source>
        <translation>&amp;Noch einmal bauen</translation>
    </message>
    <message>
        <source>&amp;Build only this target</source>
        <translation>&amp;Nur dieses Ziel bauen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Show the last log</source>
        <translation>&amp;Letztes Protokoll anzeigen</translation>
    </message>
    <message>
        <source>Open &amp;log file</source>
        <translation>&amp;Protokolldatei öffnen</translation>
    </message>
    <message>
        <source>The build that counts has kept no log.</source>
        <translation>Der zählende Build hat kein Protokoll behalten.</translation>
    </message>
    <message>
        <source>Take a finished &amp;archive…</source>
        <translation>Fertiges &amp;Archiv übernehmen …</translation>
    </message>
    <message>
        <source>Let &amp;go of the taken archive</source>
        <translation>Übernommenes Archiv l&amp;oslassen</translation>
    </message>
    <message>
        <source>L&amp;eave out of this release</source>
        <translation>In dieser Veröffentlichung a&amp;uslassen</translation>
    </message>
</context>
<context>
    <name>unmoor::TargetsMenu</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not of all. %1</source>
        <translation>Nicht für alle. %1</translation>
    </message>
    <message>
        <source>What to do with %1 targets</source>
        <translation>Was mit %1 Zielen zu tun ist</translation>
    </message>
    <message>
        <source>&amp;Build 1 target</source>
        <translation>1 Ziel &amp;bauen</translation>
    </message>
    <message>
        <source>&amp;Build %1 targets</source>
        <translation>%1 Ziele &amp;bauen</translation>
    </message>
    <message>
        <source>&amp;Cancel 1 build</source>
        <translation>1 Build a&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Cancel %1 builds</source>
        <translation>%1 Builds a&amp;bbrechen</translation>
    </message>
    <message>
        <source>L&amp;eave 1 target out of this release</source>
        <translation>1 Ziel in dieser Veröffentlichung a&amp;uslassen</translation>
    </message>
    <message>
        <source>L&amp;eave %1 targets out of this release</source>
        <translation>%1 Ziele in dieser Veröffentlichung a&amp;uslassen</translation>
    </message>
    <message>
        <source>&amp;Take 1 target back in</source>
        <translation>1 Ziel &amp;wieder aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Take %1 targets back in</source>
        <translation>%1 Ziele &amp;wieder aufnehmen</translation>
    </message>
    <message>
        <source>Build &amp;on</source>
        <translation>Bauen &amp;auf</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 targets)</source>
        <translation>%1 (%2 von %3 Zielen)</translation>
    </message>
</context>
<context>
    <name>unmoor::TextDialog</name>
    <message>
        <source>&amp;Copy all</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>unmoor::TextPreview</name>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message>
        <source>first %1 of %2</source>
        <translation>erste %1 von %2</translation>
    </message>
</context>
<context>
    <name>unmoor::TokenStore</name>
    <message>
        <source>This is no token: it is empty, or has blanks or other characters inside that no token has. Copy it again from the page where it was made.</source>
        <translation>Das ist kein Token: Es ist leer, oder hat Leerzeichen oder andere Zeichen darin, die kein Token hat. Es noch einmal von der Seite kopieren, auf der es angelegt wurde.</translation>
    </message>
</context>
<context>
    <name>unmoor::Treemap</name>
    <message>
        <source>What fills the archive</source>
        <translation>Was das Archiv füllt</translation>
    </message>
    <message>
        <source>%1 % of the archive</source>
        <translation>%1 % des Archivs</translation>
    </message>
    <message>
        <source>its content is in the archive more than once</source>
        <translation>sein Inhalt ist mehr als einmal im Archiv</translation>
    </message>
    <message>
        <source>stripping saves %1</source>
        <translation>strip spart %1</translation>
    </message>
</context>
<context>
    <name>unmoor::TrustDesk</name>
    <message>
        <source>Trust this checkout?</source>
        <translation>Diesem Checkout vertrauen?</translation>
    </message>
    <message>
        <source>Do you trust who made the checkout in %1?</source>
        <translation>Wird dem vertraut, der den Checkout in %1 gemacht hat?</translation>
    </message>
    <message>
        <source>Trusted: its flake is evaluated and built, and git may start the filters that its repository names. Code that comes with the checkout runs on this machine, with your rights.

Not trusted: its files are read and archives can be looked at. Nothing of it runs, so gates, versions and builds that need that stay unknown.

The answer is kept for this folder. Change it in Settings, Trust.</source>
        <translation>Vertraut: Sein Flake wird ausgewertet und gebaut, und git darf die Filter starten, die sein Repository nennt. Code, der mit dem Checkout kommt, läuft auf diesem Rechner, mit den eigenen Rechten.

Nicht vertraut: Seine Dateien werden gelesen, und Archive können angesehen werden. Nichts davon wird ausgeführt; Bedingungen, Versionen und Builds, die das brauchen, bleiben unbekannt.

Die Antwort gilt für diesen Ordner. Zu ändern unter Einstellungen, Vertrauen.</translation>
    </message>
    <message>
        <source>&amp;Trust</source>
        <translation>&amp;Vertrauen</translation>
    </message>
    <message>
        <source>&amp;Do not trust</source>
        <translation>&amp;Nicht vertrauen</translation>
    </message>
    <message>
        <source>The answer could not be kept</source>
        <translation>Die Antwort konnte nicht behalten werden</translation>
    </message>
    <message>
        <source>&amp;Trust…</source>
        <translation>&amp;Vertrauen …</translation>
    </message>
    <message>
        <source>This checkout is not trusted</source>
        <translation>Diesem Checkout wird nicht vertraut</translation>
    </message>
    <message>
        <source>Its files are read, and nothing that it brings along runs. What its flake and git&apos;s filters would tell is not known, and nothing can be built or published.</source>
        <translation>Seine Dateien werden gelesen, und nichts, was er mitbringt, wird ausgeführt. Was sein Flake und die Filter von git sagen würden, ist nicht bekannt, und nichts kann gebaut oder veröffentlicht werden.</translation>
    </message>
</context>
<context>
    <name>unmoor::TrustPage</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>No folder was asked about yet.</source>
        <translation>Noch zu keinem Ordner wurde gefragt.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>The next time that the folder is opened it is asked about again</source>
        <translation>Wenn der Ordner das nächste Mal geöffnet wird, wird wieder gefragt</translation>
    </message>
    <message>
        <source>Folders and whether they are trusted</source>
        <translation>Ordner, und ob ihnen vertraut wird</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Whose checkouts may run the code that they bring along</source>
        <translation>Wessen Checkouts den mitgebrachten Code ausführen dürfen</translation>
    </message>
    <message>
        <source>in no git checkout</source>
        <translation>in keinem git-Checkout</translation>
    </message>
    <message>
        <source>in the checkout %1</source>
        <translation>im Checkout %1</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>vertraut</translation>
    </message>
    <message>
        <source>not trusted</source>
        <translation>nicht vertraut</translation>
    </message>
    <message>
        <source>&amp;Trust</source>
        <translation>&amp;Vertrauen</translation>
    </message>
    <message>
        <source>&amp;Do not trust</source>
        <translation>&amp;Nicht vertrauen</translation>
    </message>
    <message>
        <source>The answer was not changed</source>
        <translation>Die Antwort wurde nicht geändert</translation>
    </message>
    <message>
        <source>The answer was not forgotten</source>
        <translation>Die Antwort wurde nicht vergessen</translation>
    </message>
</context>
<context>
    <name>unmoor::WithdrawDialog</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What users will read on top of the notes</source>
        <translation>Was Benutzer über den Hinweisen lesen werden</translation>
    </message>
    <message>
        <source>Prepare the &amp;fix…</source>
        <translation>&amp;Korrektur vorbereiten …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Take %1 back</source>
        <translation>%1 zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Demote it</source>
        <translation>Zurück&amp;stufen</translation>
    </message>
    <message>
        <source>Latest goes back to the newest good release; it becomes a pre-release with a notice on top.</source>
        <translation>latest geht zurück zur neuesten guten Veröffentlichung; die zurückgestufte wird zur Vorabversion, mit einem Warnhinweis über den Hinweisen.</translation>
    </message>
    <message>
        <source>Back to d&amp;raft</source>
        <translation>Zurück zum &amp;Entwurf</translation>
    </message>
    <message>
        <source>Users cannot see or download it until it is published again. No file is deleted.</source>
        <translation>Benutzer können sie nicht sehen oder herunterladen, bis sie wieder veröffentlicht ist. Keine Datei wird gelöscht.</translation>
    </message>
    <message>
        <source>T&amp;idy up</source>
        <translation>Au&amp;fräumen</translation>
    </message>
    <message>
        <source>Second drafts of this tag and broken uploads are deleted.</source>
        <translation>Zweite Entwürfe dieses Tags und abgebrochene Uploads werden gelöscht.</translation>
    </message>
    <message>
        <source>&amp;Put it back</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>A release that was demoted becomes what it was.</source>
        <translation>Eine zurückgestufte Veröffentlichung wird, was sie war.</translation>
    </message>
    <message>
        <source>Data is lost on upgrade. See the issue.</source>
        <translation>Beim Aktualisieren gehen Daten verloren. Siehe das Issue.</translation>
    </message>
    <message>
        <source>Rea&amp;son</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Put %1 &amp;back</source>
        <translation>%1 wiede&amp;rherstellen</translation>
    </message>
    <message>
        <source>Delete t&amp;hese</source>
        <translation>Diese &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Take %1 back</source>
        <translation>%1 &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Changes of %1</source>
        <translation>Änderungen an %1</translation>
    </message>
    <message>
        <source>Doing it, step by step…</source>
        <translation>Wird Schritt für Schritt getan …</translation>
    </message>
    <message>
        <source>Done, and read back from GitHub.</source>
        <translation>Erledigt und von GitHub zurückgelesen.</translation>
    </message>
    <message>
        <source>Reading what is on GitHub…</source>
        <translation>Es wird gelesen, was auf GitHub ist …</translation>
    </message>
    <message>
        <source>There is nothing to do: %1 is like that already.</source>
        <translation>Nichts zu tun: %1 ist schon so.</translation>
    </message>
    <message>
        <source>Nothing happens before you press the button. No file that users have is deleted.</source>
        <translation>Nichts geschieht vor dem Druck auf den Knopf. Keine Datei, die Benutzer haben, wird gelöscht.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an …</translation>
    </message>
</context>
<context>
    <name>unmoor::WorkflowRow</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>unmoor::Workspace</name>
    <message>
        <source>The plan could not be checked</source>
        <translation>Der Plan konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>The build did not start</source>
        <translation>Der Build begann nicht</translation>
    </message>
    <message>
        <source>there is no problem</source>
        <translation>es gibt kein Problem</translation>
    </message>
    <message>
        <source>the project is not trusted</source>
        <translation>dem Projekt wird nicht vertraut</translation>
    </message>
    <message>
        <source>nothing is left to build</source>
        <translation>nichts ist mehr zu bauen</translation>
    </message>
    <message>
        <source>nothing is being built</source>
        <translation>nichts wird gebaut</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>nichts wurde geändert</translation>
    </message>
    <message>
        <source>Adopt a finished archive for %1</source>
        <translation>Ein fertiges Archiv für %1 übernehmen</translation>
    </message>
    <message>
        <source>The archive was not adopted</source>
        <translation>Das Archiv wurde nicht übernommen</translation>
    </message>
    <message>
        <source>The archive was not let go of</source>
        <translation>Das Archiv wurde nicht losgelassen</translation>
    </message>
    <message>
        <source>left out of this release by choice</source>
        <translation>in dieser Veröffentlichung mit Absicht ausgelassen</translation>
    </message>
    <message>
        <source>The choice was not recorded</source>
        <translation>Die Wahl wurde nicht festgehalten</translation>
    </message>
    <message>
        <source>No log was shown</source>
        <translation>Kein Protokoll wurde gezeigt</translation>
    </message>
</context>
<context>
    <name>unmoor::github::Client</name>
    <message>
        <source>Could not tell whose token it is</source>
        <translation>Wessen Token es ist, war nicht festzustellen</translation>
    </message>
    <message>
        <source>Could not look for the commit %1</source>
        <translation>Der Commit %1 war nicht zu suchen</translation>
    </message>
    <message>
        <source>Could not read the releases of %1</source>
        <translation>Die Veröffentlichungen von %1 konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Could not read the files of the release %1</source>
        <translation>Die Dateien der Veröffentlichung %1 konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Could not read the repository %1</source>
        <translation>Das Repository %1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Could not tell whether the token may write to %1</source>
        <translation>Ob das Token in %1 schreiben darf, war nicht festzustellen</translation>
    </message>
    <message>
        <source>Could not read the release %1</source>
        <translation>Die Veröffentlichung %1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Could not read the latest release of %1</source>
        <translation>Die neueste Veröffentlichung von %1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Could not tell whether %1 freezes its releases</source>
        <translation>Ob %1 seine Veröffentlichungen einfriert, war nicht festzustellen</translation>
    </message>
    <message>
        <source>Could not create the release %1</source>
        <translation>Die Veröffentlichung %1 konnte nicht angelegt werden</translation>
    </message>
    <message>
        <source>Could not change the release %1</source>
        <translation>Die Veröffentlichung %1 konnte nicht geändert werden</translation>
    </message>
    <message>
        <source>Could not have notes generated for %1</source>
        <translation>Für %1 konnten keine Hinweise erzeugt werden</translation>
    </message>
    <message>
        <source>Could not read the release&apos;s file %1</source>
        <translation>Die Datei der Veröffentlichung %1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Could not rename the release&apos;s file %1 to %2</source>
        <translation>Die Datei der Veröffentlichung %1 konnte nicht in %2 umbenannt werden</translation>
    </message>
    <message>
        <source>Could not delete the release&apos;s file %1</source>
        <translation>Die Datei der Veröffentlichung %1 konnte nicht gelöscht werden</translation>
    </message>
    <message>
        <source>Could not make the tag %1 at %2</source>
        <translation>Der Tag %1 bei %2 konnte nicht angelegt werden</translation>
    </message>
    <message>
        <source>Could not upload %1</source>
        <translation>%1 konnte nicht hochgeladen werden</translation>
    </message>
    <message>
        <source>the release names no address for uploads</source>
        <translation>die Veröffentlichung nennt keine Adresse für Uploads</translation>
    </message>
    <message>
        <source>Could not download the release&apos;s file %1</source>
        <translation>Die Datei der Veröffentlichung %1 konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Could not read the runs of %1</source>
        <translation>Die Läufe von %1 konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Could not read the run %1</source>
        <translation>Der Lauf %1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Could not read the jobs of the run %1</source>
        <translation>Die Jobs des Laufs %1 konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Could not read the artifacts of the run %1</source>
        <translation>Die Artefakte des Laufs %1 konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Could not download the artifact %1</source>
        <translation>Das Artefakt %1 konnte nicht heruntergeladen werden</translation>
    </message>
    <message>
        <source>Could not download the log of the job %1</source>
        <translation>Das Protokoll des Jobs %1 konnte nicht heruntergeladen werden</translation>
    </message>
    <message>
        <source>Could not repeat the run %1</source>
        <translation>Der Lauf %1 konnte nicht wiederholt werden</translation>
    </message>
    <message>
        <source>Could not repeat the job %1</source>
        <translation>Der Job %1 konnte nicht wiederholt werden</translation>
    </message>
    <message>
        <source>Could not cancel the run %1</source>
        <translation>Der Lauf %1 konnte nicht abgebrochen werden</translation>
    </message>
    <message>
        <source>Could not start %1</source>
        <translation>%1 konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>Could not read what the run %1 waits for</source>
        <translation>Es konnte nicht gelesen werden, worauf der Lauf %1 wartet</translation>
    </message>
    <message>
        <source>Could not approve the run %1</source>
        <translation>Der Lauf %1 konnte nicht freigegeben werden</translation>
    </message>
    <message>
        <source>Could not reject the run %1</source>
        <translation>Der Lauf %1 konnte nicht abgelehnt werden</translation>
    </message>
    <message>
        <source>Could not open a pull request of %1</source>
        <translation>Für %1 konnte kein Pull Request geöffnet werden</translation>
    </message>
    <message>
        <source>Could not read the pull request %1</source>
        <translation>Der Pull Request %1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Could not read the pull requests of %1</source>
        <translation>Die Pull Requests von %1 konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Could not delete the release %1</source>
        <translation>Die Veröffentlichung %1 konnte nicht gelöscht werden</translation>
    </message>
    <message>
        <source>Could not read the annotations of the job %1</source>
        <translation>Die Anmerkungen zum Job %1 ließen sich nicht lesen</translation>
    </message>
</context>
<context>
    <name>unmoor::rehearsal::Server</name>
    <message>
        <source>The rehearsal could not listen on 127.0.0.1:%1: %2. Choose another port, or end the program that uses it.</source>
        <translation>Der Probelauf konnte nicht auf 127.0.0.1:%1 lauschen: %2. Einen anderen Port wählen, oder das Programm beenden, das ihn benutzt.</translation>
    </message>
</context>
</TS>
