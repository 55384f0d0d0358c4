// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/basesystem.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Splits a list that is easier to read as a text.
QSet<QString> words(QLatin1StringView text)
{
    const QStringList list = QString(text).split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

const QSet<QString> &glibcBase()
{
    static const QSet<QString> names = words(
        // lib_whitelist of auditwheel's manylinux policies
        "libgcc_s.so.1 libstdc++.so.6 libm.so.6 libdl.so.2 librt.so.1 libc.so.6 libnsl.so.1 libutil.so.1 "
        "libpthread.so.0 libX11.so.6 libXext.so.6 libXrender.so.1 libICE.so.6 libSM.so.6 libGL.so.1 "
        "libgobject-2.0.so.0 libgthread-2.0.so.0 libglib-2.0.so.0 libresolv.so.2 libexpat.so.1 libz.so.1 "
        "libatomic.so.1 "
        // more of glibc itself
        "libmvec.so.1 libanl.so.1 libBrokenLocale.so.1 libthread_db.so.1 libc_malloc_debug.so.0 libnss_files.so.2 "
        "libnss_dns.so.2 libnss_compat.so.2 "
        // ports whose glibc counts differently
        "libc.so.6.1 libm.so.6.1 "
        // what the kernel maps
        "linux-vdso.so.1 linux-gate.so.1"_L1);
    return names;
}

const QSet<QString> &muslBase()
{
    // lib_whitelist of auditwheel's musllinux policies; libc has a second name in Alpine (see below)
    static const QSet<QString> names = words("libc.so libz.so.1 linux-vdso.so.1"_L1);
    return names;
}

struct Loaders
{
    QStringList glibc;
    QStringList musl;
};

/// From the ABI list of the glibc wiki, and musl's "Supported Targets"; by the words of BinaryFacts.
const QHash<QString, Loaders> &loaders()
{
    static const QHash<QString, Loaders> table{
        {u"x86-64"_s,
         {{u"/lib64/ld-linux-x86-64.so.2"_s, u"/libx32/ld-linux-x32.so.2"_s}, {u"/lib/ld-musl-x86_64.so.1"_s}}},
        {u"x86"_s, {{u"/lib/ld-linux.so.2"_s}, {u"/lib/ld-musl-i386.so.1"_s}}},
        {u"aarch64"_s, {{u"/lib/ld-linux-aarch64.so.1"_s}, {u"/lib/ld-musl-aarch64.so.1"_s}}},
        {u"arm"_s,
         {{u"/lib/ld-linux-armhf.so.3"_s, u"/lib/ld-linux.so.3"_s},
          {u"/lib/ld-musl-armhf.so.1"_s, u"/lib/ld-musl-arm.so.1"_s}}},
        {u"riscv64"_s,
         {{u"/lib/ld-linux-riscv64-lp64d.so.1"_s, u"/lib/ld-linux-riscv64-lp64.so.1"_s},
          {u"/lib/ld-musl-riscv64.so.1"_s}}},
        {u"ppc64"_s,
         {{u"/lib64/ld64.so.2"_s, u"/lib64/ld64.so.1"_s},
          {u"/lib/ld-musl-powerpc64le.so.1"_s, u"/lib/ld-musl-powerpc64.so.1"_s}}},
        {u"ppc64le"_s, {{u"/lib64/ld64.so.2"_s}, {u"/lib/ld-musl-powerpc64le.so.1"_s}}},
        {u"s390x"_s, {{u"/lib/ld64.so.1"_s}, {u"/lib/ld-musl-s390x.so.1"_s}}},
        {u"loongarch64"_s, {{u"/lib64/ld-linux-loongarch-lp64d.so.1"_s}, {u"/lib/ld-musl-loongarch64.so.1"_s}}},
    };
    return table;
}

const QSet<QString> &windowsDlls()
{
    // What programs import by name and a plain Windows 10 has in System32.
    static const QSet<QString> names = words(
        "kernel32 kernelbase ntdll user32 gdi32 gdi32full gdiplus win32u advapi32 advpack shell32 shlwapi shcore "
        "ole32 oleaut32 oleacc oledlg combase comctl32 comdlg32 rpcrt4 sechost secur32 sspicli security schannel "
        "crypt32 cryptbase cryptnet cryptsp cryptui cryptxml ncrypt bcrypt bcryptprimitives wintrust dpapi dssenh "
        "rsaenh ws2_32 wsock32 mswsock ws2help iphlpapi dhcpcsvc dhcpcsvc6 dnsapi winhttp wininet urlmon httpapi "
        "webio websocket webservices netapi32 netutils srvcli wkscli samcli samlib logoncli browcli mpr wldap32 "
        "ntdsapi dsrole activeds adsldpc userenv profapi version winmm winmmbase msacm32 avrt mmdevapi audioses "
        "dsound ksuser xaudio2_8 xaudio2_9 xinput1_4 xinput9_1_0 xinputuap dinput dinput8 hid setupapi cfgmgr32 "
        "devobj newdev winusb wtsapi32 winsta psapi pdh dbghelp dbgcore dbgeng imagehlp faultrep wer tdh wevtapi "
        "powrprof uxtheme dwmapi dcomp d2d1 dwrite windowscodecs windowscodecsext d3d9 d3d10 d3d10_1 d3d10core d3d11 "
        "d3d12 d3dcompiler_47 d3dscache dxgi dxcore dxva2 ddraw directml opengl32 glu32 mf mfplat mfreadwrite mfcore "
        "mfplay mfds evr avicap32 avifil32 msvfw32 quartz qedit imm32 usp10 lpk msimg32 msctf input ninput "
        "coremessaging textinputframework inputhost msvcrt msvcp_win msvcp60 msvcirt ucrtbase crtdll mfc42 mfc42u atl "
        "msi msiltcfg cabinet propsys xmllite msxml3 msxml6 mshtml ieframe ntmarta authz cfgmgr32 fltlib fwpuclnt "
        "rasapi32 rasdlg rasman rtutils tapi32 wlanapi wcmapi wwapi bluetoothapis bthprops ndfapi nlaapi nsi winnsi "
        "wscapi wsclient winscard winbio credui cryptdll kerberos msv1_0 esent sfc sfc_os srclient vssapi vsstrace "
        "virtdisk wimgapi clusapi resutils ktmw32 mscms icm32 colorui mscoree mscorier normaliz idndl elscore msftedit "
        "riched20 riched32 winspool.drv wdmaud.drv msacm32.drv hhctrl.ocx prntvpt compstui localspl t2embed fontsub "
        "ntshrui explorerframe duser dui70 thumbcache linkinfo apphelp appxdeploymentclient kernel.appcore twinapi "
        "twinapi.appcore wintypes windows.storage windows.ui windows.ui.xaml windows.media windows.globalization "
        "rometadata vaultcli webauthn wldp amsi slc sppc sti wiaaut portabledeviceapi sensorsapi locationapi "
        "magnification uiautomationcore uianimation uiribbon tbs mi miutils wbemcomn framedynos loadperf icu icuin "
        "icuuc winhvplatform winhvemulation vmcompute computecore computenetwork computestorage projectedfslib wsdapi "
        "upnp ssdpapi dnssd odbc32 odbccp32 odbcbcp sqlsrv32 mapi32 lz32 mgmtapi snmpapi traffic qwave drt p2p "
        "p2pgraph peerdist rstrtmgr hlink olepro32 asycfilt stdole2.tlb wofutil cldapi feclient efsutil efswrt "
        "edputil iertutil msls31 dciman32 glmf32 mciwave vfwwdm32 wsnmp32 wow64 wow64win winsqlite3 winml "
        "windows.ai.machinelearning xpsprint xpsservices opcservices ntlanman dfscli difxapi drvstore "
        "inkobjcore inked wmvcore wmasf wmp wmi wmiclnt propsys syncreg actxprxy"_L1);
    return names;
}

bool startsWithAny(const QString &text, std::initializer_list<QLatin1StringView> starts)
{
    return std::ranges::any_of(starts, [&](QLatin1StringView start) { return text.startsWith(start); });
}

} // namespace

bool isLinuxLoaderName(const QString &name)
{
    static const QSet<QString> known = [] {
        QSet<QString> names;
        for (const Loaders &machine : loaders()) {
            for (const QString &path : machine.glibc + machine.musl)
                names.insert(path.section(u'/', -1));
        }
        return names;
    }();
    return known.contains(name);
}

bool isLinuxBaseLibrary(const QString &soname, LibcKind libc)
{
    const bool isMuslName = muslBase().contains(soname) || startsWithAny(soname, {"libc.musl-"_L1, "ld-musl-"_L1});
    if (libc != LibcKind::Glibc && isMuslName)
        return true;
    if (libc == LibcKind::Musl)
        return false;
    return glibcBase().contains(soname) || (isLinuxLoaderName(soname) && !soname.startsWith("ld-musl-"_L1));
}

QStringList linuxLoaders(const QString &machine, LibcKind libc)
{
    const Loaders known = loaders().value(machine);
    if (libc == LibcKind::Glibc)
        return known.glibc;
    return libc == LibcKind::Musl ? known.musl : known.glibc + known.musl;
}

bool isLinuxLibraryFolder(const QString &path)
{
    static const QRegularExpression folder(
        uR"(^/+(usr/+)?lib(32|64|x32)?(/+[a-z0-9_]+-linux-(gnu|musl)[a-z0-9_]*)?/*$)"_s);
    // A NixOS machine has its graphics drivers there; elsewhere it is a folder that only root can make.
    return folder.match(path).hasMatch() || path.startsWith("/run/opengl-driver"_L1);
}

bool isForeignLoader(const QString &interpreter)
{
    return startsWithAny(interpreter,
                         {"/system/bin/linker"_L1, "/libexec/ld-elf"_L1, "/usr/libexec/ld"_L1, "/lib/amd64/ld.so"_L1,
                          "/usr/lib/amd64/ld.so"_L1, "/usr/lib/ld.so"_L1, "/system/runtime_loader"_L1});
}

bool isMacOsLibrary(const QString &path)
{
    return startsWithAny(path, {"/usr/lib/"_L1, "/System/Library/"_L1, "/System/iOSSupport/"_L1});
}

bool isWindowsDll(const QString &dll)
{
    QString name = dll.toLower();
    if (startsWithAny(name, {"api-ms-win-"_L1, "ext-ms-"_L1}))
        return true;
    if (name.endsWith(".dll"_L1))
        name.chop(4);
    return windowsDlls().contains(name);
}

bool isVcRuntimeDll(const QString &dll)
{
    static const QRegularExpression runtime(
        uR"(^(?!.*\dd\.dll$)(msvcp\d+|msvcr\d+|vcruntime\d+|concrt\d+|vccorlib\d+|vcamp\d+|vcomp\d*|mfcm?\d{2,}u?)(_[a-z0-9_]+)?\.dll$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return runtime.match(dll).hasMatch() && !isWindowsDll(dll);
}

} // namespace unmoor
