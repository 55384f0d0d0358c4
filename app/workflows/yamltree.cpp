// SPDX-License-Identifier: GPL-3.0-or-later
// libyaml gives the events of a document, each with its place, how a scalar was written, and aliases as aliases. Its
// tree (yaml_parser_load) copies nothing either, but has no limits, and yaml-cpp's forgets how a scalar was written,
// which tells whether the lines of a script are lines of the file.
#include "app/workflows/yamltree.h"

#include "app/core/words.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <yaml.h>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype longestYaml = 1 << 20; // bytes; GitHub's own limit for a workflow is half of it
constexpr qint64 mostYamlValues = 100'000;
constexpr int deepestYaml = 64;

QString textOf(const yaml_char_t *bytes, size_t size)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(bytes), qsizetype(size));
}

QString nameOf(const yaml_char_t *bytes)
{
    return bytes ? QString::fromUtf8(reinterpret_cast<const char *>(bytes)) : QString();
}

/// An event of libyaml, freed with its scope.
struct YamlEvent
{
    YamlEvent() = default;
    ~YamlEvent() { yaml_event_delete(&event); }
    Q_DISABLE_COPY_MOVE(YamlEvent)

    yaml_event_t event{};
};

class YamlBuilder
{
public:
    explicit YamlBuilder(const QByteArray &text)
    {
        m_isReady = yaml_parser_initialize(&m_parser) != 0;
        if (!m_isReady)
            return;
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(text.constData()),
                                     size_t(text.size()));
    }

    ~YamlBuilder()
    {
        if (m_isReady)
            yaml_parser_delete(&m_parser);
    }
    Q_DISABLE_COPY_MOVE(YamlBuilder)

    std::expected<YamlPtr, YamlProblem> read()
    {
        while (m_isReady && !m_problem) {
            YamlEvent next;
            if (yaml_parser_parse(&m_parser, &next.event) == 0) {
                refuse(parserMessage(), m_parser.problem_mark);
                break;
            }
            if (next.event.type == YAML_STREAM_END_EVENT)
                return m_root ? m_root : std::make_shared<const YamlValue>(YamlValue{.isPlain = true});
            take(next.event);
        }
        return std::unexpected(m_problem.value_or(YamlProblem{Words::tr("There is not enough memory.")}));
    }

private:
    /// A collection that is being read.
    struct Open
    {
        std::shared_ptr<YamlValue> value;
        QString anchor;
        QSet<QString> keys;
        QString key; ///< whose value comes next
        int keyLine = 0;
        bool hasKey = false;
    };

    QString parserMessage() const
    {
        const QString problem = QString::fromUtf8(m_parser.problem ? m_parser.problem : "");
        return m_parser.context ? u"%1: %2."_s.arg(QString::fromUtf8(m_parser.context), problem) : problem + u'.';
    }

    void refuse(const QString &message, const yaml_mark_t &at)
    {
        if (!m_problem)
            m_problem = YamlProblem{message, int(at.line) + 1, int(at.column) + 1};
    }

    static std::shared_ptr<YamlValue> valueAt(YamlValue::Kind kind, const yaml_mark_t &at)
    {
        auto value = std::make_shared<YamlValue>();
        value->kind = kind;
        value->line = int(at.line) + 1;
        value->column = int(at.column) + 1;
        return value;
    }

    void take(const yaml_event_t &event)
    {
        switch (event.type) {
        case YAML_DOCUMENT_START_EVENT:
            if (++m_documents > 1)
                refuse(Words::tr("A second document begins here."), event.start_mark);
            return;
        case YAML_ALIAS_EVENT:
            return takeAlias(event);
        case YAML_SCALAR_EVENT:
            return takeScalar(event);
        case YAML_SEQUENCE_START_EVENT:
            return open(YamlValue::Kind::Sequence, nameOf(event.data.sequence_start.anchor), event.start_mark);
        case YAML_MAPPING_START_EVENT:
            return open(YamlValue::Kind::Mapping, nameOf(event.data.mapping_start.anchor), event.start_mark);
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            return close(event.end_mark);
        default:
            return;
        }
    }

    void takeAlias(const yaml_event_t &event)
    {
        const QString name = nameOf(event.data.alias.anchor);
        const auto known = m_anchors.constFind(name);
        if (known == m_anchors.constEnd())
            return refuse(Words::tr("The alias *%1 refers to nothing that ends before it.").arg(name),
                          event.start_mark);
        add(*known, event.start_mark);
    }

    void takeScalar(const yaml_event_t &event)
    {
        const auto &scalar = event.data.scalar;
        if (!m_open.empty() && m_open.back().value->isMapping() && !m_open.back().hasKey)
            return takeKey(textOf(scalar.value, scalar.length), event.start_mark);
        auto value = valueAt(YamlValue::Kind::Scalar, event.start_mark);
        value->text = textOf(scalar.value, scalar.length);
        value->isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
        value->isLiteral = scalar.style == YAML_LITERAL_SCALAR_STYLE;
        keep(nameOf(scalar.anchor), value);
        add(value, event.start_mark);
    }

    void takeKey(const QString &key, const yaml_mark_t &at)
    {
        Open &mapping = m_open.back();
        if (mapping.keys.contains(key))
            return refuse(Words::tr("The key \"%1\" is there twice.").arg(key.left(80)), at);
        mapping.keys.insert(key);
        mapping.key = key;
        mapping.keyLine = int(at.line) + 1;
        mapping.hasKey = true;
    }

    void open(YamlValue::Kind kind, const QString &anchor, const yaml_mark_t &at)
    {
        if (!m_open.empty() && m_open.back().value->isMapping() && !m_open.back().hasKey)
            return refuse(Words::tr("A key is no text."), at);
        if (int(m_open.size()) >= deepestYaml)
            return refuse(tooDeep(), at);
        m_open.push_back({valueAt(kind, at), anchor, {}, {}, 0, false});
    }

    void close(const yaml_mark_t &at)
    {
        const Open done = std::move(m_open.back());
        m_open.pop_back();
        keep(done.anchor, done.value);
        add(done.value, at);
    }

    void keep(const QString &anchor, const YamlPtr &value)
    {
        if (!anchor.isEmpty())
            m_anchors.insert(anchor, value);
    }

    void add(const YamlPtr &value, const yaml_mark_t &at)
    {
        if (m_open.empty()) {
            m_root = value;
            return;
        }
        Open &parent = m_open.back();
        if (parent.value->isSequence()) {
            parent.value->items.push_back(value);
        } else if (!parent.hasKey) {
            return refuse(Words::tr("A key is no text."), at);
        } else {
            parent.value->entries.push_back({parent.key, parent.keyLine, value});
            parent.hasKey = false;
        }
        parent.value->weight += value->weight;
        parent.value->height = std::max(parent.value->height, value->height + 1);
        if (parent.value->weight > mostYamlValues)
            refuse(Words::tr("There are more than %1 values, counting each time what an alias repeats.")
                       .arg(mostYamlValues),
                   at);
        if (parent.value->height > deepestYaml)
            refuse(tooDeep(), at);
    }

    static QString tooDeep() { return Words::tr("More than %1 values are nested in one another.").arg(deepestYaml); }

    yaml_parser_t m_parser{};
    bool m_isReady = false;
    int m_documents = 0;
    std::vector<Open> m_open;
    QHash<QString, YamlPtr> m_anchors;
    YamlPtr m_root;
    std::optional<YamlProblem> m_problem;
};

} // namespace

bool YamlValue::isNull() const
{
    return isScalar() && isPlain && (text.isEmpty() || text == "~"_L1 || text == "null"_L1);
}

const YamlValue::Entry *YamlValue::entry(QStringView key) const
{
    const auto found = std::ranges::find(entries, key, &Entry::key);
    return found == entries.end() ? nullptr : &*found;
}

const YamlValue *YamlValue::find(QStringView key) const
{
    const Entry *found = entry(key);
    return found ? found->value.get() : nullptr;
}

QString YamlValue::textAt(QStringView key) const
{
    const YamlValue *value = find(key);
    return value && value->isScalar() && !value->isNull() ? value->text : QString();
}

std::expected<YamlPtr, YamlProblem> readYaml(const QByteArray &text)
{
    if (text.size() > longestYaml)
        return std::unexpected(YamlProblem{Words::tr("The file is larger than %1 KiB.").arg(longestYaml >> 10)});
    return YamlBuilder(text).read();
}

} // namespace unmoor
