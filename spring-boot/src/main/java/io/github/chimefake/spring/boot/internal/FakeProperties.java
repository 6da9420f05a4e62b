package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.spring.boot.AutoConfigureChimeMessagingFake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.ClassUtils;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** The properties that direct an application to the fake, by what they get. */
record FakeProperties(
        List<String> endpoint,
        List<String> region,
        List<String> accessKeyId,
        List<String> secretAccessKey,
        List<String> appInstance) {
    private static final String SPRING_CLOUD_AWS = "io.awspring.cloud.autoconfigure.core.AwsProperties";

    static FakeProperties of(AutoConfigureChimeMessagingFake annotation) {
        boolean springCloudAws = annotation.springCloudAws()
                && ClassUtils.isPresent(SPRING_CLOUD_AWS, FakeProperties.class.getClassLoader());
        return new FakeProperties(
                names(annotation.endpointProperty(), springCloudAws, "spring.cloud.aws.endpoint"),
                names(annotation.regionProperty(), springCloudAws, "spring.cloud.aws.region.static"),
                names(annotation.accessKeyIdProperty(), springCloudAws, "spring.cloud.aws.credentials.access-key"),
                names(annotation.secretAccessKeyProperty(), springCloudAws, "spring.cloud.aws.credentials.secret-key"),
                List.of(annotation.appInstanceProperty()));
    }

    private static List<String> names(String[] given, boolean springCloudAws, String ofSpringCloudAws) {
        List<String> names = new ArrayList<>(List.of(given));
        if (springCloudAws && !names.contains(ofSpringCloudAws)) {
            names.add(ofSpringCloudAws);
        }
        return List.copyOf(names);
    }

    /**
     * Returns the values by property.
     *
     * @throws IllegalStateException if a name is blank, or is to get two values
     */
    Map<String, Object> values(ChimeMessagingServer chime) {
        AwsCredentials credentials = chime.caller().credentials();
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, endpoint, chime.endpoint().toString());
        put(values, region, chime.region());
        put(values, accessKeyId, credentials.accessKeyId());
        put(values, secretAccessKey, credentials.secretAccessKey());
        if (!appInstance.isEmpty()) {
            put(values, appInstance, chime.appInstance().arn());
        }
        return values;
    }

    private static void put(Map<String, Object> values, List<String> names, String value) {
        for (String name : names) {
            if (name.isBlank() || values.putIfAbsent(name, value) != null) {
                throw new IllegalStateException("@AutoConfigureChimeMessagingFake: the property name \"" + name
                        + "\" is blank or given twice. Give each property one value");
            }
        }
    }
}
