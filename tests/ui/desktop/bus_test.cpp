// SPDX-License-Identifier: GPL-3.0-or-later
// Over a bus of the test's own, with a desktop that writes down what it is asked.
#include "ui/desktop/bus_session.h"
#include "ui/desktop/instance.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>

#include <fcntl.h>
#include <unistd.h>

namespace longhand::ui {
namespace {

// Everything under "/", so that portal, logind and notices are one object here.
class Desktop : public QDBusVirtualObject {
public:
    using QDBusVirtualObject::QDBusVirtualObject;

    [[nodiscard]] QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override
    {
        const QString member = message.member();
        calls << message;
        if (member == QLatin1String("GetCapabilities"))
            return bus.send(message.createReply(QStringList{QStringLiteral("actions"),
                                                            markup ? QStringLiteral("body-markup")
                                                                   : QStringLiteral("body")}));
        if (member == QLatin1String("Notify"))
            return bus.send(message.createReply(message.arguments().at(1).toUInt() != 0
                                                    ? message.arguments().at(1)
                                                    : QVariant(++lastNotice)));
        if (member == QLatin1String("Inhibit") && message.interface().contains("portal")) {
            if (!portal)
                return bus.send(message.createErrorReply(QDBusError::UnknownInterface, "none"));
            return bus.send(message.createReply(
                QVariant::fromValue(QDBusObjectPath(QStringLiteral("/request/7")))));
        }
        if (member == QLatin1String("Inhibit")) {
            std::array<int, 2> ends{};
            if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
                return false;
            lock = ends[0];
            const bool sent = bus.send(
                message.createReply(QVariant::fromValue(QDBusUnixFileDescriptor(ends[1]))));
            ::close(ends[1]); // the window holds the only one now
            return sent;
        }
        return bus.send(message.createReply());
    }
    [[nodiscard]] int count(const char* member) const
    {
        return static_cast<int>(
            std::count_if(calls.begin(), calls.end(), [&](const QDBusMessage& call) {
                return call.member() == QLatin1String(member);
            }));
    }
    [[nodiscard]] QVariantList last(const char* member) const
    {
        for (auto it = calls.crbegin(); it != calls.crend(); ++it)
            if (it->member() == QLatin1String(member))
                return it->arguments();
        return {};
    }

    QList<QDBusMessage> calls;
    bool portal = true, markup = true;
    uint lastNotice = 0;
    int lock = -1; // ends when the window drops its side
};

class OnABus : public testing::Test {
protected:
    void SetUp() override
    {
        if (QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty())
            GTEST_SKIP() << "dbus-daemon is not installed";
        daemon.start(QStringLiteral("dbus-daemon"),
                     {QStringLiteral("--session"), QStringLiteral("--nofork"),
                      QStringLiteral("--print-address")});
        ASSERT_TRUE(daemon.waitForReadyRead(5000));
        address = QString::fromLocal8Bit(daemon.readLine()).trimmed();
        QDBusConnection bus = connection("desktop");
        ASSERT_TRUE(bus.isConnected());
        for (const char* name : {"org.freedesktop.portal.Desktop", "org.freedesktop.login1",
                                 "org.freedesktop.Notifications"})
            ASSERT_TRUE(bus.registerService(QLatin1String(name)));
        ASSERT_TRUE(bus.registerVirtualObject(QStringLiteral("/"), &desktop,
                                              QDBusConnection::SubPath));
    }
    void TearDown() override
    {
        for (const QString& name : std::as_const(names))
            QDBusConnection::disconnectFromBus(name);
        daemon.kill();
        daemon.waitForFinished();
    }
    QDBusConnection connection(const char* name)
    {
        names << QLatin1String(name);
        return QDBusConnection::connectToBus(address, QLatin1String(name));
    }
    [[nodiscard]] static bool comesTrue(const std::function<bool()>& condition)
    {
        return QTest::qWaitFor(condition, 5000);
    }

    QProcess daemon;
    QString address;
    QStringList names;
    Desktop desktop;
};

TEST_F(OnABus, ThePortalIsAskedOnceToStayAwakeAndToldWhenItIsOver)
{
    const QDBusConnection bus = connection("window");
    BusSession session(bus, bus);
    session.keepAwake(true, QStringLiteral("A book is being translated"));
    session.keepAwake(true, QStringLiteral("Again"));
    ASSERT_TRUE(comesTrue([&] { return desktop.count("Inhibit") == 1; }));
    const QVariantList asked = desktop.last("Inhibit");
    EXPECT_EQ(asked.at(1).toUInt(), 4U);
    EXPECT_EQ(qdbus_cast<QVariantMap>(asked.at(2)).value("reason").toString(),
              QStringLiteral("A book is being translated"));
    QTest::qWait(50);
    session.keepAwake(false, {});
    ASSERT_TRUE(comesTrue([&] { return desktop.count("Close") == 1; }));
    EXPECT_EQ(desktop.calls.back().path(), QStringLiteral("/request/7"));
    EXPECT_EQ(desktop.count("Inhibit"), 1);
}

TEST_F(OnABus, AnAnswerThatComesAfterTheWorkIsGivenBack)
{
    const QDBusConnection bus = connection("window");
    BusSession session(bus, bus);
    session.keepAwake(true, QStringLiteral("short work"));
    session.keepAwake(false, {}); // before the portal answered
    ASSERT_TRUE(comesTrue([&] { return desktop.count("Close") == 1; }));
}

TEST_F(OnABus, WithoutAPortalLogindHoldsALockAsLongAsTheWorkGoesOn)
{
    desktop.portal = false;
    const QDBusConnection bus = connection("window");
    const auto session = std::make_unique<BusSession>(bus, bus);
    session->keepAwake(true, QStringLiteral("A book is being read"));
    ASSERT_TRUE(comesTrue([&] { return desktop.count("Inhibit") == 2; }));
    EXPECT_EQ(desktop.last("Inhibit"),
              (QVariantList{QStringLiteral("sleep:idle"), QStringLiteral("Longhand"),
                            QStringLiteral("A book is being read"), QStringLiteral("block")}));
    QTest::qWait(50);
    char byte = 0;
    ASSERT_EQ(::read(desktop.lock, &byte, 1), -1); // held
    session->keepAwake(false, {});
    EXPECT_TRUE(comesTrue([&] { return ::read(desktop.lock, &byte, 1) == 0; }));
    ::close(desktop.lock);
    EXPECT_EQ(desktop.count("Close"), 0);
}

TEST_F(OnABus, ANoticeCarriesATitleAsTextAndOpensWhatItIsAbout)
{
    const QDBusConnection bus = connection("window");
    BusSession session(bus, bus);
    QSignalSpy opened(&session, &Session::noticeOpened);
    session.notify({QStringLiteral("12"), QStringLiteral("Translation finished"),
                    QStringLiteral("<b>Crime</b> & Co · 3 warnings"), QStringLiteral("Open"),
                    false});
    ASSERT_TRUE(comesTrue([&] { return desktop.count("Notify") == 1; }));
    const QVariantList sent = desktop.last("Notify");
    EXPECT_EQ(sent.at(2).toString(), QStringLiteral("org.longhand.Longhand"));
    EXPECT_EQ(sent.at(4).toString(),
              QStringLiteral("&lt;b&gt;Crime&lt;/b&gt; &amp; Co · 3 warnings"));
    QTest::qWait(50); // the id comes back
    QDBusMessage signal = QDBusMessage::createSignal(
        QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("ActivationToken"));
    signal << 1U << QStringLiteral("token-1");
    ASSERT_TRUE(connection("desktop").send(signal));
    signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/Notifications"),
                                        QStringLiteral("org.freedesktop.Notifications"),
                                        QStringLiteral("ActionInvoked"));
    signal << 1U << QStringLiteral("default");
    ASSERT_TRUE(connection("desktop").send(signal));
    ASSERT_TRUE(comesTrue([&] { return opened.count() == 1; }));
    EXPECT_EQ(opened.at(0).at(0).toString(), QStringLiteral("12"));
    EXPECT_EQ(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("token-1"));
    qunsetenv("XDG_ACTIVATION_TOKEN");
    // The next word about the same work takes the place of the first.
    session.notify({QStringLiteral("12"), QStringLiteral("Again"), {}, {}, false});
    ASSERT_TRUE(comesTrue([&] { return desktop.count("Notify") == 2; }));
    EXPECT_EQ(desktop.last("Notify").at(1).toUInt(), 1U);
    EXPECT_EQ(desktop.count("GetCapabilities"), 1);
}

TEST_F(OnABus, WhereBodiesArePlainNothingIsEscaped)
{
    desktop.markup = false;
    const QDBusConnection bus = connection("window");
    BusSession session(bus, bus);
    session.notify({{}, QStringLiteral("t"), QStringLiteral("A < B"), {}, true});
    ASSERT_TRUE(comesTrue([&] { return desktop.count("Notify") == 1; }));
    EXPECT_EQ(desktop.last("Notify").at(4).toString(), QStringLiteral("A < B"));
    EXPECT_TRUE(desktop.last("Notify").at(5).toStringList().isEmpty()); // no action was named
}

class Launcher : public QObject {
    Q_OBJECT
public slots:
    void update(const QString& application, const QVariantMap& what)
    {
        applications << application;
        shown << (what.value("progress-visible").toBool() ? what.value("progress").toDouble()
                                                          : -1.0);
    }

public:
    QStringList applications;
    QList<double> shown;
};

TEST_F(OnABus, TheIconShowsWholePercentAndNoMoreOften)
{
    Launcher launcher;
    QDBusConnection bus = connection("launcher");
    ASSERT_TRUE(bus.connect({}, {}, QStringLiteral("com.canonical.Unity.LauncherEntry"),
                            QStringLiteral("Update"), &launcher,
                            SLOT(update(QString, QVariantMap))));
    const QDBusConnection window = connection("window");
    BusSession session(window, window);
    for (int i = 0; i <= 1000; ++i)
        session.showProgress(0.25 + i * 0.00001); // 25 and 26 percent
    session.showProgress({});
    ASSERT_TRUE(comesTrue([&] { return launcher.shown.size() >= 3; }));
    EXPECT_EQ(launcher.shown, (QList<double>{0.25, 0.26, -1.0}));
    EXPECT_EQ(launcher.applications.front(),
              QStringLiteral("application://org.longhand.Longhand.desktop"));
}

TEST_F(OnABus, ASecondStartHandsItsFilesToTheFirst)
{
    Instance first(connection("first"), {});
    ASSERT_TRUE(first.isFirst());
    EXPECT_FALSE(first.handOver({QStringLiteral("/a.pdf")})); // to nobody but itself
    QSignalSpy opened(&first, &Instance::opened);
    // The second's call waits for the first, so it is another process in life and a thread here.
    const QDBusConnection bus = connection("second");
    bool handed = false;
    QStringList files{QStringLiteral("/books/天 使#1 100%.epub"), QStringLiteral("/b.txt")};
    const std::unique_ptr<QThread> second(QThread::create([&] {
        Instance instance(bus, {});
        handed = !instance.isFirst() && instance.handOver(files);
    }));
    second->start();
    ASSERT_TRUE(comesTrue([&] { return opened.count() == 1; }));
    ASSERT_TRUE(comesTrue([&] { return second->isFinished(); }));
    EXPECT_TRUE(handed);
    EXPECT_EQ(opened.at(0).at(0).toStringList(), files);
}

TEST_F(OnABus, AnotherLibraryHasAWindowOfItsOwn)
{
    const Instance first(connection("first"), {});
    const Instance other(connection("other"), QStringLiteral("/srv/books"));
    EXPECT_TRUE(first.isFirst());
    EXPECT_TRUE(other.isFirst());
}

TEST_F(OnABus, TheNextOneIsFirstWhenTheFirstIsGone)
{
    auto first = std::make_unique<Instance>(connection("first"), QString());
    first.reset();
    const Instance next(connection("next"), {});
    EXPECT_TRUE(next.isFirst());
}

TEST(WithoutABus, EveryStartHasItsWindow)
{
    const QDBusConnection none(QStringLiteral("no such connection"));
    Instance instance(none, {});
    EXPECT_FALSE(instance.isFirst());
    EXPECT_FALSE(instance.handOver({QStringLiteral("/a.pdf")}));
    BusSession session(none, none);
    session.keepAwake(true, QStringLiteral("work"));
    session.notify({});
    session.showProgress(0.5);
    QTest::qWait(20);
    SUCCEED();
}

} // namespace
} // namespace longhand::ui

#include "bus_test.moc"
