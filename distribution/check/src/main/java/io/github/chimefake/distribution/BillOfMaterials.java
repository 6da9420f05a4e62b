package io.github.chimefake.distribution;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A bill of materials of CycloneDX: the components of a class path, and which of them brings which. */
final class BillOfMaterials {
    private static final Comparator<Component> BY_COORDINATES = Comparator.comparing(Component::coordinates);

    private final Map<String, Component> components;
    private final Map<String, List<String>> dependencies;

    private BillOfMaterials(Map<String, Component> components, Map<String, List<String>> dependencies) {
        this.components = components;
        this.dependencies = dependencies;
    }

    /** Reads a bill of materials in XML. */
    static BillOfMaterials read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(in);
            return of(document.getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not a bill of materials in XML.", e);
        }
    }

    private static BillOfMaterials of(Element bom) {
        Map<String, Component> components = children(bom, "components")
                .flatMap(list -> children(list, "component"))
                .collect(toMap(component -> component.getAttribute("bom-ref"), BillOfMaterials::component));
        Map<String, List<String>> dependencies = new HashMap<>();
        children(bom, "dependencies")
                .flatMap(list -> children(list, "dependency"))
                .forEach(dependency -> dependencies.put(
                        dependency.getAttribute("ref"),
                        children(dependency, "dependency")
                                .map(needed -> needed.getAttribute("ref"))
                                .toList()));
        return new BillOfMaterials(components, dependencies);
    }

    private static Component component(Element component) {
        List<String> licenses = new ArrayList<>();
        children(component, "licenses").forEach(list -> {
            children(list, "expression").map(Element::getTextContent).forEach(licenses::add);
            children(list, "license")
                    .flatMap(license -> Stream.concat(children(license, "id"), children(license, "name")))
                    .map(Element::getTextContent)
                    .forEach(licenses::add);
        });
        return new Component(
                text(component, "group") + ":" + text(component, "name"), text(component, "version"), licenses);
    }

    private static String text(Element parent, String name) {
        return children(parent, name)
                .map(Element::getTextContent)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("A " + parent.getNodeName() + " has no <" + name + ">."));
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> element.getNodeName().equals(name));
    }

    /** Returns all components. */
    List<Component> components() {
        return components.values().stream().sorted(BY_COORDINATES).toList();
    }

    /** Returns a component and all that it brings, directly or not. */
    List<Component> broughtBy(String coordinates) {
        Deque<String> open = new ArrayDeque<>(components.entrySet().stream()
                .filter(entry -> entry.getValue().coordinates().equals(coordinates))
                .map(Map.Entry::getKey)
                .toList());
        if (open.isEmpty()) {
            throw new IllegalArgumentException("The bill of materials has no " + coordinates + ".");
        }
        Set<String> found = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String reference = open.remove();
            if (components.containsKey(reference) && found.add(reference)) {
                open.addAll(dependencies.getOrDefault(reference, List.of()));
            }
        }
        return found.stream()
                .flatMap(reference -> Stream.ofNullable(components.get(reference)))
                .sorted(BY_COORDINATES)
                .toList();
    }
}
