package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.Operation;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.failures.OperationFailures;
import io.github.chimefake.faults.FaultedCall;
import io.github.chimefake.internal.failures.OwnFailure;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import io.github.chimefake.internal.sweep.calls.SiteName;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.sweep.SweepVerdict;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what {@link ReportJson} has written, so that the reports of several processes can be shown as one. */
public final class ReportReader {
    private final JsonObject report;
    private final List<SweepSite> sites;

    private record Site(
            Operation operation,
            String who,
            Optional<String> channel,
            List<String> otherResources,
            int occurrence,
            List<String> lines)
            implements SweepSite {
        @Override
        public String toString() {
            return SiteName.of(this);
        }
    }

    private record Injected(SweepSite site, OperationFailure failure, String name) implements InjectedFailure {
        @Override
        public String toString() {
            return name;
        }
    }

    private ReportReader(JsonObject report) {
        this.report = report;
        this.sites = items(report, "sites").map(ReportReader::site).toList();
    }

    /**
     * Returns one report from those that {@link SuiteReport#toJson} has written.
     *
     * @throws IllegalArgumentException if a text is not one of them
     */
    public static SuiteReport merge(List<String> jsonOfEach) {
        Map<String, SweepReport> reports = new LinkedHashMap<>();
        Map<String, String> notSwept = new TreeMap<>();
        for (String json : jsonOfEach) {
            JsonObject suite = suite(json);
            items(suite, "reports")
                    .map(report -> new ReportReader(report).read())
                    .forEach(report -> {
                        reports.remove(report.test());
                        reports.put(report.test(), report);
                        notSwept.remove(report.test());
                    });
            if (suite.get("notSwept").orElse(JsonObject.EMPTY) instanceof JsonObject reasons) {
                reasons.members().keySet().forEach(test -> {
                    notSwept.put(test, text(reasons, test));
                    reports.remove(test);
                });
            }
        }
        return new SuiteReport(List.copyOf(reports.values()), notSwept);
    }

    private static JsonObject suite(String json) {
        try {
            JsonValue value = Json.parse(json);
            if (value instanceof JsonObject object && object.get("reports").isPresent()) {
                return object;
            }
            throw new IllegalArgumentException(
                    "Expected an object with the reports of a sweep, but got " + value.kind() + " without them");
        } catch (MalformedJsonException malformed) {
            throw new IllegalArgumentException(
                    "The report of a sweep is not JSON: " + malformed.getMessage(), malformed);
        }
    }

    private SweepReport read() {
        return new Report(
                text(report, "test"),
                sites,
                items(report, "verdicts").flatMap(this::verdict).toList(),
                number(report, "skippedAsEquivalent"),
                number(report, "skippedByLimit"),
                texts(report, "notes"));
    }

    private static SweepSite site(JsonObject site) {
        Operation operation = Stream.of(Operation.values())
                .filter(each -> each.awsName().equals(text(site, "operation")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No operation is called " + text(site, "operation")));
        return new Site(
                operation,
                text(site, "who"),
                site.get("channel").isPresent() ? Optional.of(text(site, "channel")) : Optional.empty(),
                texts(site, "otherResources"),
                number(site, "occurrence"),
                texts(site, "lines"));
    }

    /** Of a failure of the team's own, only the name is known. */
    private static OperationFailure failure(Operation operation, String name) {
        return OperationFailures.of(operation).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseGet(() -> new OwnFailure(
                        operation, name.replaceFirst("^" + operation.awsName() + ": ", ""), FaultedCall::proceed));
    }

    private Stream<SweepVerdict> verdict(JsonObject verdict) {
        Optional<SweepSite> site = sites.stream()
                .filter(each -> each.toString().equals(text(verdict, "site")))
                .findFirst();
        Optional<OperationFailure> failure = site.map(of -> failure(of.operation(), text(verdict, "failure")));
        Map<SweepOracle, String> alarms = new EnumMap<>(SweepOracle.class);
        if (verdict.get("alarms").orElse(JsonObject.EMPTY) instanceof JsonObject reasons) {
            Stream.of(SweepOracle.values())
                    .filter(oracle -> reasons.get(oracle.toString()).isPresent())
                    .forEach(oracle -> alarms.put(oracle, text(reasons, oracle.toString())));
        }
        return failure
                .map(found -> (SweepVerdict) new Verdict(
                        text(verdict, "run"),
                        new Injected(site.get(), found, text(verdict, "run")),
                        text(verdict, "outcome"),
                        alarms))
                .stream();
    }

    private static Stream<JsonObject> items(JsonObject object, String name) {
        return object.get(name).orElse(JsonObject.EMPTY) instanceof JsonArray array
                ? array.items().stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                : Stream.of();
    }

    private static List<String> texts(JsonObject object, String name) {
        return object.get(name).orElse(JsonObject.EMPTY) instanceof JsonArray array
                ? array.items().stream()
                        .filter(JsonString.class::isInstance)
                        .map(item -> ((JsonString) item).value())
                        .toList()
                : List.of();
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).orElse(JsonObject.EMPTY) instanceof JsonString string ? string.value() : "";
    }

    private static int number(JsonObject object, String name) {
        return object.get(name).orElse(JsonObject.EMPTY) instanceof JsonNumber number
                ? number.value().intValue()
                : 0;
    }
}
