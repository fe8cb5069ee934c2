// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_words.h"

#include "ui/common/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

namespace longhand::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::ModelWords)
};

const QString kDot = QStringLiteral(" · ");

} // namespace

QString gigabytes(qint64 bytes)
{
    const double gb = static_cast<double>(bytes) / 1e9;
    //: %1 is a number of gigabytes.
    return Words::tr("%1 GB").arg(QLocale().toString(gb, 'f', 1));
}

QString parameterCount(qint64 parameters)
{
    if (parameters >= 1'000'000'000)
        //: Size of a model. %1 is a number like 7.2.
        return Words::tr("%1 billion parameters")
            .arg(QLocale().toString(static_cast<double>(parameters) / 1e9, 'f', 1));
    //: Size of a model. %1 is a number like 135.
    return Words::tr("%1 million parameters").arg(QLocale().toString(parameters / 1'000'000));
}

QString tokenCount(qint64 tokens)
{
    //: %1 is a number. A token is a piece of a word, as a model reads it.
    return Words::tr("%1 tokens").arg(QLocale().toString(tokens));
}

QString kvTypeName(const QString& type)
{
    if (type == QLatin1String("f32"))
        return Words::tr("32 bit (exact)");
    if (type == QLatin1String("f16"))
        return Words::tr("16 bit (usual)");
    if (type == QLatin1String("q8_0"))
        return Words::tr("8 bit (half the memory)");
    return type;
}

QString modelStateWord(ModelState state)
{
    switch (state) {
    case ModelState::usable:
        return Words::tr("ready");
    case ModelState::refused:
        return Words::tr("cannot be used");
    case ModelState::damaged:
        return Words::tr("damaged");
    }
    return {};
}

QString modelLine(const ModelCardView& model)
{
    QStringList parts{byteSize(model.diskBytes)};
    if (model.parameters > 0)
        parts << parameterCount(model.parameters);
    if (!model.weightType.isEmpty())
        parts << model.weightType;
    return parts.join(kDot);
}

QString purposeLine(const ModelCardView& model)
{
    if (model.state != ModelState::usable)
        return modelStateWord(model.state);
    QStringList parts;
    if (model.chats)
        parts << Words::tr("summaries, questions");
    if (!model.languages.isEmpty())
        parts << Words::tr("translation in %n language(s)", nullptr,
                           static_cast<int>(model.languages.size()));
    if (parts.isEmpty())
        parts << Words::tr("continues text, but holds no conversation");
    return sentenceCase(listed(parts));
}

QString fitPhrase(const MemoryPlanView& plan)
{
    if (plan.available == 0)
        return Words::tr("the memory of this computer is not known");
    switch (plan.fit) {
    case FitView::fits:
        return Words::tr("fits");
    case FitView::fitsSmallerCache:
        //: %1 is like "16 bit (usual)": how the memory of the text is kept.
        return Words::tr("fits with %1").arg(kvTypeName(plan.smaller));
    case FitView::doesNotFit:
        break;
    }
    return plan.mostTokens > 0
               ? Words::tr("does not fit, at most %1").arg(tokenCount(plan.mostTokens))
               : Words::tr("does not fit, whatever the length");
}

QString planLine(const MemoryPlanView& plan)
{
    //: Memory a model takes: %1 its weights, %2 what it keeps of the text it reads, %3 room to
    //: compute in, %4 all of them, %5 what is free, %6 says whether it fits.
    return Words::tr("Weights %1 + text read %2 + workspace %3 = %4 of %5 free: %6")
        .arg(gigabytes(plan.weights), gigabytes(plan.kv), gigabytes(plan.workspace),
             gigabytes(plan.total()), gigabytes(plan.available), fitPhrase(plan));
}

QString verdictSentence(const VerdictView& verdict)
{
    switch (verdict.checked) {
    case CheckedView::publisher:
        return Words::tr("Unchanged: it is the file that its publisher made.");
    case CheckedView::recorded:
        return Words::tr("Unchanged: it is as it was when it came here.");
    case CheckedView::differs:
        return verdict.file.isEmpty()
                   ? Words::tr(
                         "This is not the file it should be: it was changed or damaged. Fetch "
                         "it again.")
                   : Words::tr("“%1” is not what it should be: it was changed or damaged. Fetch "
                               "the model again.")
                         .arg(verdict.file);
    case CheckedView::nothing:
        return Words::tr("It reads well, but no checksum of it is known to compare it with.");
    }
    return {};
}

QString cardPhrase(int cardGb)
{
    if (cardGb == 0)
        return Words::tr("no graphics card needed");
    return Words::tr("for a card of %1 GB").arg(QLocale().toString(cardGb));
}

QString knownLine(const KnownModelView& model)
{
    return QStringList{
        Words::tr("by %1").arg(model.publisher), model.licence, gigabytes(model.fileBytes),
        //: %1 is an amount like "2.2 GB".
        Words::tr("needs %1 of memory").arg(gigabytes(model.memoryBytes)), cardPhrase(model.cardGb)}
        .join(kDot);
}

QString languagesLine(const QStringList& languages)
{
    QStringList names;
    for (const QString& language : languages)
        names << languageName(language);
    return listed(names);
}

QString downloadLine(const DownloadView& download)
{
    //: %1 is what has come of %2, both like "1.2 GB".
    const QString amount =
        download.total > 0
            ? Words::tr("%1 of %2").arg(byteSize(download.done), byteSize(download.total))
            : byteSize(download.done);
    switch (download.state) {
    case DownloadState::none:
        return {};
    case DownloadState::running: {
        QStringList parts{amount};
        if (download.bytesPerSecond > 0.0)
            //: Speed. %1 is like "12 MB".
            parts << Words::tr("%1 a second")
                         .arg(byteSize(static_cast<qint64>(download.bytesPerSecond)));
        if (download.etaSeconds >= 0.0)
            //: %1 is like "about 4 min".
            parts << Words::tr("%1 left").arg(duration(download.etaSeconds));
        return Words::tr("Downloading: %1").arg(listed(parts));
    }
    case DownloadState::checking:
        return Words::tr("Comparing the checksum: %1").arg(amount);
    case DownloadState::paused:
        return Words::tr("Paused: %1").arg(amount);
    case DownloadState::finished:
        return download.compared
                   ? Words::tr("Downloaded and compared with its checksum")
                   : Words::tr("Downloaded; there was no checksum to compare it with");
    case DownloadState::failed:
        return download.failure.sentence;
    }
    return {};
}

QString checksumSentence(const KnownModelView& model)
{
    if (!model.sha256.isEmpty())
        return Words::tr("Its SHA-256 checksum is known: %1").arg(model.sha256);
    return Words::tr("Longhand knows no checksum of it, so the file cannot be checked against its "
                     "publisher; one that the server names is compared.");
}

} // namespace longhand::ui
