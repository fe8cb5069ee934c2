// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/page_desk.h"

#include "ui/bridge/text.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace longhand::ui {
namespace {

constexpr std::size_t kOpenAtOnce = 2;

// ENSUREs that there are as many pixels as the size says.
QImage imageOf(const ingest::Pixels& pixels)
{
    ENSURE(pixels.width > 0 && pixels.height > 0);
    const auto width = static_cast<std::size_t>(pixels.width);
    ENSURE(pixels.argb.size() == width * static_cast<std::size_t>(pixels.height));
    QImage image(pixels.width, pixels.height, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        throw DeviceError(ErrorKind::out_of_memory, "no memory for the picture of a page");
    for (int y = 0; y < pixels.height; ++y)
        std::memcpy(image.scanLine(y), pixels.argb.data() + static_cast<std::size_t>(y) * width,
                    width * sizeof(std::uint32_t));
    return image;
}

} // namespace

PageDesk::PageDesk(ingest::Options options, QObject* parent)
    : QObject(parent), m_options(std::move(options))
{
}

void PageDesk::setSource(qint64 book, const QString& path)
{
    m_paths.insert(book, path);
}

void PageDesk::setPassword(qint64 book, const QString& password)
{
    m_passwords.insert(book, password);
}

Result<ingest::PageRenderer*> PageDesk::renderer(qint64 book, const ingest::Options& options,
                                                 const std::filesystem::path& path)
{
    const auto known = std::find_if(m_open.begin(), m_open.end(),
                                    [book](const Open& open) { return open.book == book; });
    if (known != m_open.end()) {
        m_open.splice(m_open.begin(), m_open, known);
        return m_open.front().renderer.get();
    }
    TRY(auto opened, ingest::PageRenderer::open(path, options));
    m_open.push_front({book, std::move(opened)});
    if (m_open.size() > kOpenAtOnce)
        m_open.pop_back();
    return m_open.front().renderer.get();
}

void PageDesk::draw(qint64 book, int page, double pixelsPerPoint)
{
    ingest::Options options = m_options;
    options.password = toUtf8(m_passwords.value(book));
    m_worker.run(
        this,
        [this, book, page, pixelsPerPoint, options,
         path = toPath(m_paths.value(book))](const std::stop_token&) -> Result<QImage> {
            TRY(ingest::PageRenderer * drawer, renderer(book, options, path));
            TRY(const ingest::Pixels pixels,
                drawer->render(static_cast<std::uint32_t>(page), pixelsPerPoint));
            return imageOf(pixels);
        },
        [this, book, page, pixelsPerPoint](const Result<QImage>& image) {
            if (image.ok())
                emit ready(book, page, pixelsPerPoint, image.value());
            else
                emit failed(book, page, describe(image.error(), Doing::showingPage));
        });
}

} // namespace longhand::ui
