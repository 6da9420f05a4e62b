// A chat client with version 1 of the AWS SDK for Go: prints one line of JSON, the result of a call or how it failed.
//
//	chat story                     creates a channel, adds a member, sends and lists
//	chat send CHANNEL_ARN
//	chat join CHANNEL_ARN USER_ARN
//	chat batch CHANNEL_ARN USER_ARN
//
// Version 1 does not read AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING, so the program does. CHAT_USER is the ARN of the user that calls.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/awserr"
	"github.com/aws/aws-sdk-go/aws/session"
	chime "github.com/aws/aws-sdk-go/service/chimesdkmessaging"
)

var (
	user        = os.Getenv("CHAT_USER")
	appInstance = strings.Split(user, "/user/")[0]
	client      = chime.New(session.Must(session.NewSession(&aws.Config{
		Endpoint: aws.String(os.Getenv("AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING")),
	})))
)

func send(channel string) (any, error) {
	response, err := client.SendChannelMessage(&chime.SendChannelMessageInput{
		ChannelArn: &channel, ChimeBearer: &user, Content: aws.String("hello"),
		Type: aws.String("STANDARD"), Persistence: aws.String("PERSISTENT"),
	})
	if err != nil {
		return nil, err
	}
	return response.MessageId, nil
}

func join(channel, member string) (any, error) {
	response, err := client.CreateChannelMembership(&chime.CreateChannelMembershipInput{
		ChannelArn: &channel, ChimeBearer: &user, MemberArn: &member, Type: aws.String("DEFAULT"),
	})
	if err != nil {
		return nil, err
	}
	return response.Member.Arn, nil
}

func batch(channel, member string) (any, error) {
	response, err := client.BatchCreateChannelMembership(&chime.BatchCreateChannelMembershipInput{
		ChannelArn: &channel, ChimeBearer: &user, MemberArns: []*string{&member},
	})
	if err != nil {
		return nil, err
	}
	codes := []string{}
	for _, failed := range response.Errors {
		codes = append(codes, *failed.ErrorCode)
	}
	return codes, nil
}

func story() (any, error) {
	created, err := client.CreateChannel(&chime.CreateChannelInput{
		AppInstanceArn: &appInstance, ChimeBearer: &user, Name: aws.String("story"),
	})
	if err != nil {
		return nil, err
	}
	channel := *created.ChannelArn
	if _, err := join(channel, appInstance+"/user/bob"); err != nil {
		return nil, err
	}
	if _, err := send(channel); err != nil {
		return nil, err
	}
	listed, err := client.ListChannelMessages(&chime.ListChannelMessagesInput{ChannelArn: &channel, ChimeBearer: &user})
	if err != nil {
		return nil, err
	}
	contents := []string{}
	for _, message := range listed.ChannelMessages {
		contents = append(contents, *message.Content)
	}
	return contents, nil
}

func call(arguments []string) (any, error) {
	switch arguments[0] {
	case "send":
		return send(arguments[1])
	case "join":
		return join(arguments[1], arguments[2])
	case "batch":
		return batch(arguments[1], arguments[2])
	case "story":
		return story()
	}
	return nil, fmt.Errorf("unknown command %s", arguments[0])
}

func main() {
	outcome := map[string]any{}
	result, err := call(os.Args[1:])
	if err == nil {
		outcome["result"] = result
	} else {
		outcome["class"] = strings.TrimPrefix(fmt.Sprintf("%T", err), "*")
		outcome["code"], outcome["status"] = nil, nil
		var withCode awserr.Error
		if errors.As(err, &withCode) {
			outcome["code"] = withCode.Code()
		}
		var answered awserr.RequestFailure // modeled errors satisfy it, too
		if errors.As(err, &answered) && answered.StatusCode() != 0 {
			outcome["status"] = answered.StatusCode()
		}
	}
	json.NewEncoder(os.Stdout).Encode(outcome)
}
