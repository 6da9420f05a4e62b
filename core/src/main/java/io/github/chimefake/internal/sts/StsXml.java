package io.github.chimefake.internal.sts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.http.HeaderNames;
import java.io.StringWriter;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes responses of the Query protocol. */
final class StsXml {
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    /** What XML 1.0 cannot contain. A received value may have it. */
    private static final Pattern INVALID =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private StsXml() {}

    /** Writes what is specific to a response. */
    interface Content {
        void write(StsXml.Elements elements) throws XMLStreamException;
    }

    /**
     * Returns the response to an action that succeeded.
     *
     * @param result writes the content of the element {@code …Result}
     */
    static HttpResponse result(String action, String requestId, Content result) {
        return response(200, action + "Response", requestId, elements -> {
            elements.element(action + "Result", result);
            elements.element("ResponseMetadata", metadata -> metadata.text("RequestId", requestId));
        });
    }

    /** Returns an error response. */
    static HttpResponse error(StsException failure, String requestId) {
        return response(failure.error.status(), "ErrorResponse", requestId, elements -> {
            elements.element("Error", error -> {
                error.text("Type", failure.error.status() < 500 ? "Sender" : "Receiver");
                error.text("Code", failure.error.code());
                error.text("Message", String.valueOf(failure.getMessage()));
            });
            elements.text("RequestId", requestId);
        });
    }

    private static HttpResponse response(int status, String root, String requestId, Content content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            content.write(new Elements(xml));
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException bug) { // A string accepts everything.
            throw new IllegalStateException(bug);
        }
        return new HttpResponse(
                status,
                Map.of(HeaderNames.CONTENT_TYPE, "text/xml", HeaderNames.REQUEST_ID, requestId),
                text.toString().getBytes(UTF_8));
    }

    /** The elements of a response. */
    record Elements(XMLStreamWriter xml) {
        void element(String name, Content content) throws XMLStreamException {
            xml.writeStartElement(name);
            content.write(this);
            xml.writeEndElement();
        }

        void text(String name, String text) throws XMLStreamException {
            xml.writeStartElement(name);
            xml.writeCharacters(INVALID.matcher(text).replaceAll("?"));
            xml.writeEndElement();
        }
    }
}
