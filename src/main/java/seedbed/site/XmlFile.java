package seedbed.site;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.io.output.StringBuilderWriter;
import seedbed.content.Memory;

/** Writes one XML file in UTF-8, element by element. */
final class XmlFile {

    /** Writes elements; the writer only fails if the calls do not nest. */
    @FunctionalInterface
    interface Content {
        void write(XmlFile file) throws XMLStreamException;
    }

    private final StringBuilderWriter written = new StringBuilderWriter();
    private final XMLStreamWriter xml;

    private XmlFile() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
    }

    static byte[] of(Content content) {
        try {
            XmlFile file = new XmlFile();
            file.xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            content.write(file);
            file.xml.writeEndDocument();
            file.xml.close();
            return file.written.toString().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("elements were not written one within the other", e);
        }
    }

    /**
     * Content that several files have, behind other content of the same element: only the first of them makes it.
     *
     * @param subject of the content, which decides what it is
     * @param made by earlier files; takes what is made now
     */
    <T> void shared(T subject, Memory<T, String> made, Content content) throws XMLStreamException {
        Optional<String> known = made.known(subject);
        if (known.isPresent()) {
            written.append(known.get());
            return;
        }
        int start = written.getBuilder().length();
        content.write(this);
        made.remember(subject, written.getBuilder().substring(start));
    }

    /** An element with attributes, given as names and values in turn, and content. */
    void element(String name, Content content, String... attributes) throws XMLStreamException {
        // Lines of moderate length are kinder to people and to tools that compare.
        xml.writeCharacters("\n");
        xml.writeStartElement(name);
        attributes(attributes);
        content.write(this);
        xml.writeEndElement();
    }

    /** An element that holds {@code text} only. */
    void text(String name, String text, String... attributes) throws XMLStreamException {
        element(name, file -> file.xml.writeCharacters(legal(text)), attributes);
    }

    void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], legal(attributes[i + 1]));
        }
    }

    /** XML 1.0 has no way at all to write most control characters, which names in torrents may hold. */
    private static String legal(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
        return legal.toString();
    }

    /** Nearly all texts are, and this is asked of every one of a large catalogue's feeds. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > 0xD7FF) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
